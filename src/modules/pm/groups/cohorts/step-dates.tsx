import { Alert, Button, Group, NumberInput, Stack, Text } from '@mantine/core';
import { DateInput } from '@mantine/dates';
import '@mantine/dates/styles.css';
import { IconInfoCircle } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { addDays, daysBetween, todayIn } from '@/platform/time';
import { withEdits, withoutOwnDates, withShift } from './cohort-model';
import { firstToStart, MOST_DAYS, shiftWords, weeksAndDays, withinReach } from './date-shift';
import { hasProblems } from './plan-problems';
import { PlannedDates } from './planned-dates';
import { StepFoot } from './step-foot';
import type { Cohort } from './use-cohort';

/** Step 2: how much later all groups run, and other dates for single ones. */
export function StepDates({ cohort }: { cohort: Cohort }) {
  const { draft, setDraft, planned, days } = cohort;
  const today = todayIn(useOrganization().timezone);
  const past = planned.filter(({ start_date }) => start_date !== null && start_date < today).length;
  return (
    <>
      <Stack gap="lg" maw={900}>
        <ShiftFields cohort={cohort} />
        <Text size="sm" role="status">
          All dates are {shiftWords(days)}
          {days !== 0 && days % 7 === 0 ? ', on the same weekdays' : ''}.
        </Text>
        {past > 0 && (
          <Alert color="yellow" icon={<IconInfoCircle aria-hidden />}>
            {past === 1 ? '1 new group starts' : `${past} new groups start`} in the past. Patients would be on its
            sessions from today on.
          </Alert>
        )}
        <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }} aria-label="Dates of each group">
          {planned.map((group) => (
            <PlannedDates
              key={group.source.id}
              planned={group}
              days={days}
              onChange={(edits) => setDraft(withEdits(draft, group.source.id, edits))}
              onReset={() => setDraft(withoutOwnDates(draft, group.source.id))}
            />
          ))}
        </Stack>
      </Stack>
      <StepFoot cohort={cohort} isSound={!hasProblems(planned, ['start_date', 'end_date'])} />
    </>
  );
}

function ShiftFields({ cohort: { draft, setDraft, sources, days } }: { cohort: Cohort }) {
  const parts = weeksAndDays(days);
  const first = firstToStart(sources);
  const shift = (next: number) => setDraft(withShift(draft, withinReach(next)));
  return (
    <Group align="flex-end" gap="md">
      <NumberInput
        label="Weeks later"
        value={parts.weeks}
        onChange={(weeks) => typeof weeks === 'number' && shift(weeks * 7 + parts.days)}
        min={-Math.trunc(MOST_DAYS / 7)}
        max={Math.trunc(MOST_DAYS / 7)}
        allowDecimal={false}
        w={120}
      />
      <NumberInput
        label="and days"
        value={parts.days}
        onChange={(more) => typeof more === 'number' && shift(parts.weeks * 7 + more)}
        min={-6}
        max={6}
        allowDecimal={false}
        w={100}
      />
      {first && (
        <DateInput
          label={sources.length === 1 ? 'New start' : 'The first one starts'}
          value={addDays(first.start_date, days)}
          onChange={(start) => start && shift(daysBetween(first.start_date, start))}
          valueFormat="ddd, MMM D, YYYY"
          popoverProps={{ withinPortal: false }}
          w={260}
          maw="100%"
        />
      )}
      {draft.days !== null && (
        <Button variant="subtle" onClick={() => setDraft({ ...draft, days: null })}>
          As suggested
        </Button>
      )}
    </Group>
  );
}
