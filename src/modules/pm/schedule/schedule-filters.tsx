import { Badge, Button, FocusTrap, Group, Popover, Skeleton } from '@mantine/core';
import { IconFilter, IconUserCheck } from '@tabler/icons-react';
import { lazy, Suspense, useEffect } from 'react';
import { whenIdle } from '@/platform/ui';
import type { FilterFieldsProps } from './filter-fields';
import classes from './schedule-filters.module.css';
import { countOthers } from './session-filter';

// As high as the fields, so that the popover does not jump.
const FIELDS_HEIGHT = 332;

// After the calendar; if that fails, they are fetched when the filters are opened.
const loadFields = () => import('./filter-fields');
const FilterFields = lazy(async () => ({ default: (await loadFields()).FilterFields }));

/** "Mine" at hand, the other filters behind a button that says how many are set. */
export function ScheduleFilters({ filter, people, sessions, onChange }: FilterFieldsProps) {
  const mine = filter.mine !== '';
  const others = countOthers(filter);
  useEffect(() => whenIdle(() => void loadFields().catch(() => undefined)), []);
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        variant={mine ? 'light' : 'default'}
        aria-pressed={mine}
        leftSection={<IconUserCheck size={16} aria-hidden />}
        aria-label="Mine"
        classNames={{ root: classes.compact, section: classes.compactSection }}
        onClick={() => onChange({ mine: mine ? '' : 'yes' })}
      >
        <span className={classes.wideOnly}>Mine</span>
      </Button>
      <Popover position="bottom-end" width={300} shadow="md" trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant={others > 0 ? 'light' : 'default'}
            leftSection={<IconFilter size={16} aria-hidden />}
            rightSection={
              others > 0 && (
                <Badge size="sm" circle variant="filled">
                  {others}
                </Badge>
              )
            }
            // Begins with what is written on it, space included: who speaks to the computer says that.
            aria-label={others > 0 ? `Filters ${others} set` : 'Filters'}
            classNames={{ root: classes.compact, section: classes.compactSection }}
          >
            <span className={classes.wideOnly}>Filters </span>
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label="Filters">
          <FocusTrap.InitialFocus />
          <Suspense fallback={<Skeleton height={FIELDS_HEIGHT} />}>
            <FilterFields filter={filter} people={people} sessions={sessions} onChange={onChange} />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
    </Group>
  );
}
