import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { CloneWarning } from './clone-answer.schema';
import { mending } from './clone-warnings';
import type { CloneStep } from './cohort-address';
import classes from './cohorts.module.css';

interface CloneWarningsProps {
  warnings: readonly CloneWarning[];
  onMend: ((step: CloneStep) => void) | undefined;
}

/** What to look at before the group is made, each with the way to where it can be mended. */
export function CloneWarnings({ warnings, onMend }: CloneWarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <Stack component="ul" gap={6} m={0} p={0} style={{ listStyle: 'none' }} aria-label="To look at">
      {warnings.map((warning) => {
        const way = mending(warning);
        return (
          <Group key={`${warning.kind} ${warning.detail}`} component="li" gap="xs" align="flex-start" wrap="nowrap">
            <IconAlertTriangle size={18} aria-hidden className={classes.warning} />
            <Group gap="xs" flex={1} miw={0}>
              <Text size="sm">{warning.detail}</Text>
              {way && onMend && (
                <Button variant="subtle" size="compact-sm" onClick={() => onMend(way.step)}>
                  {way.label}
                </Button>
              )}
            </Group>
          </Group>
        );
      })}
    </Stack>
  );
}
