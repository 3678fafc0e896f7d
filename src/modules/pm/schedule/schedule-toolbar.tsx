import { ActionIcon, Button, Group, Loader, SegmentedControl, Title, Tooltip } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { CALENDAR_VIEWS, type CalendarView } from './schedule-address';
import classes from './schedule-toolbar.module.css';

const VIEW_WORDS: Readonly<Record<CalendarView, string>> = {
  month: 'Month',
  week: 'Week',
  day: 'Day',
  people: 'People',
  rooms: 'Rooms',
  list: 'List',
};
const STEP_WORDS: Readonly<Record<CalendarView, string>> = {
  month: 'month',
  week: 'week',
  day: 'day',
  people: 'day',
  rooms: 'day',
  list: 'week',
};

interface ScheduleToolbarProps {
  view: CalendarView;
  title: string;
  waiting: boolean;
  filters: ReactNode;
  more: ReactNode;
  onToday: () => void;
  onStep: (steps: number) => void;
  onView: (view: CalendarView) => void;
}

/** Where in time the calendar is, and how it shows it. */
export function ScheduleToolbar({
  view,
  title,
  waiting,
  filters,
  more,
  onToday,
  onStep,
  onView,
}: ScheduleToolbarProps) {
  return (
    <Group justify="space-between" gap="sm" mb="sm">
      <Group gap="xs" wrap="nowrap" miw={0}>
        <Button variant="default" size="sm" flex="none" onClick={onToday}>
          Today
        </Button>
        <ActionIcon.Group style={{ flexShrink: 0 }}>
          <StepButton label={`Previous ${STEP_WORDS[view]}`} onClick={() => onStep(-1)}>
            <IconChevronLeft size={18} aria-hidden />
          </StepButton>
          <StepButton label={`Next ${STEP_WORDS[view]}`} onClick={() => onStep(1)}>
            <IconChevronRight size={18} aria-hidden />
          </StepButton>
        </ActionIcon.Group>
        <Title order={2} size="h3" ml={4} aria-live="polite" style={{ minWidth: 0 }}>
          {title}
        </Title>
        {waiting && <Loader size={16} role="status" aria-label="Loading sessions" />}
      </Group>
      <Group gap="xs">
        {filters}
        <SegmentedControl
          aria-label="View"
          className={classes.views}
          value={view}
          onChange={onView}
          data={CALENDAR_VIEWS.map((value) => ({ value, label: VIEW_WORDS[value] }))}
        />
        {more}
      </Group>
    </Group>
  );
}

function StepButton({ label, onClick, children }: { label: string; onClick: () => void; children: ReactNode }) {
  return (
    <Tooltip label={label}>
      <ActionIcon variant="default" size={36} aria-label={label} onClick={onClick}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
