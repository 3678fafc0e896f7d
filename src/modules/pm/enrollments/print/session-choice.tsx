import { Button, Group, MultiSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { groupSessionsQueryOptions } from '@/modules/pm/sessions';
import { useOrganization } from '@/platform/organizations';
import { addDays, formatSessionTime, todayIn } from '@/platform/time';
import { ProblemAlert } from '@/platform/ui';
import type { SheetRoster } from './api/get-sheets';
import { MAX_SESSIONS } from './print-address';

/** As many as are offered; past ones come from their own panel. */
const OFFERED = 40;

interface SessionChoiceProps {
  groupId: string;
  chosen: readonly string[];
  shown: readonly SheetRoster[];
  onChange: (sessionIds: string[]) => void;
}

/** The group's next sessions, to have a sheet for each. */
export function SessionChoice({ groupId, chosen, shown, onChange }: SessionChoiceProps) {
  const { id, timezone } = useOrganization();
  const upcoming = useQuery(groupSessionsQueryOptions(id, { groupId, when: 'upcoming', limit: OFFERED }));
  const next = (upcoming.data?.sessions ?? []).filter(({ status }) => status !== 'cancelled');
  const chosenElsewhere = shown.flatMap(({ session }) =>
    session && !next.some((other) => other.id === session.id) ? [session] : [],
  );
  const options = [...chosenElsewhere, ...next].map((session) => ({
    value: session.id,
    label: formatSessionTime(session.starts_at, session.ends_at, timezone),
  }));
  const notAvailable = chosen
    .filter((sessionId) => !options.some(({ value }) => value === sessionId))
    .map((value) => ({ value, label: upcoming.isPending ? '…' : 'Not available' }));
  const week = next
    .filter(({ session_date }) => session_date < addDays(todayIn(timezone), 7))
    .map((session) => session.id)
    .slice(0, MAX_SESSIONS);
  return (
    <Stack gap={6} style={{ flex: '1 1 320px' }}>
      <MultiSelect
        label="Sessions"
        placeholder={chosen.length === 0 ? 'None: the roster of a day' : undefined}
        data={[...options, ...notAvailable]}
        value={[...chosen]}
        onChange={onChange}
        maxValues={MAX_SESSIONS}
        clearable
        clearButtonProps={{ 'aria-label': 'Clear the sessions' }}
        nothingFoundMessage={upcoming.isPending ? 'Loading…' : 'No session is planned'}
      />
      {week.length > 0 && (
        <Group>
          <Button variant="subtle" size="compact-sm" onClick={() => onChange(week)}>
            {week.length === 1 ? 'The session of the next 7 days' : `All ${week.length} of the next 7 days`}
          </Button>
        </Group>
      )}
      <ProblemAlert error={upcoming.error} />
    </Stack>
  );
}
