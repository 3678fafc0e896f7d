import { Group, Stack, Text } from '@mantine/core';
import { IconArmchair, IconHourglass } from '@tabler/icons-react';
import { type LivePlace, placeWords } from './live-places';
import classes from './patient-table.module.css';

/** As many as keep a row a row. */
const SHOWN = 3;

/** The groups in which a patient has a seat or waits. */
export function PatientPlaces({ places }: { places: readonly LivePlace[] }) {
  const shown = places.length > SHOWN ? places.slice(0, SHOWN - 1) : places;
  return (
    <Stack gap={2}>
      {shown.map((place) => {
        const PlaceIcon = place.waits ? IconHourglass : IconArmchair;
        return (
          <Group key={place.enrollmentId} gap={6} wrap="nowrap" align="flex-start">
            <PlaceIcon size={15} stroke={1.6} aria-hidden className={classes.placeIcon} />
            <Text size="sm" lh={1.35} className={classes.anywhere}>
              {placeWords(place)}
            </Text>
          </Group>
        );
      })}
      {shown.length < places.length && (
        <Text size="sm" c="dimmed" ml={21}>
          {places.length - shown.length} more
        </Text>
      )}
    </Stack>
  );
}
