import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PF_PERMISSIONS, PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import { type ClosedDay, closedDaysQueryOptions } from '../api/get-closed-days';
import { useOrganization } from '../organization-context';
import { SettingsSection } from '../settings/settings-section';
import { AddClosedDayForm } from './add-closed-day-form';
import { ClosedDayList } from './closed-day-list';

/** The days on which the clinic is closed: read by all who see the schedule, kept by those who edit the organization. */
export function ClosedDaysSection() {
  const { can } = usePermissions();
  if (!can(PM_PERMISSIONS.GROUP_SCHEDULE_VIEW)) return null;
  return (
    <SettingsSection
      title="Closed days"
      description="Holidays and the like. Calendars show them, and a planned series marks and skips them. Sessions that are already scheduled stay until somebody cancels them."
    >
      <ClosedDays />
    </SettingsSection>
  );
}

function ClosedDays() {
  const { id, timezone } = useOrganization();
  const { can } = usePermissions();
  const [withPast, setWithPast] = useState(false);
  const today = todayIn(timezone);
  const { data, error, refetch } = useQuery(closedDaysQueryOptions(id, { from: null, to: null }));
  if (error && !data) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <ListSkeleton rows={3} />;
  const past = data.filter(({ closed_on }) => closed_on < today);
  const shown = withPast ? data : data.filter(({ closed_on }) => closed_on >= today);
  return (
    <Stack maw={720}>
      {can(PF_PERMISSIONS.ORGANIZATION_EDIT) && <AddClosedDayForm taken={dates(data)} />}
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          No closed day is coming up.
        </Text>
      ) : (
        <ClosedDayList days={shown} />
      )}
      {past.length > 0 && (
        <Button variant="subtle" size="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setWithPast(!withPast)}>
          {withPast ? 'Hide past days' : `Show past days (${past.length})`}
        </Button>
      )}
    </Stack>
  );
}

function dates(days: readonly ClosedDay[]): Set<string> {
  return new Set(days.map(({ closed_on }) => closed_on));
}
