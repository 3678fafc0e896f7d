import { Box, Button, Group, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconDownload, IconStethoscope } from '@tabler/icons-react';
import { useRef } from 'react';
import { csvText, downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { EmptyState, ErrorState } from '@/platform/ui';
import { type ComplianceRow, useCompliance } from '../api/get-compliance';
import { GroupFilter } from '../report-filters';
import { ReportNarrowing } from '../report-narrowing';
import { type ChangeView, mondayOf, type ReportView } from '../report-view';
import { COMPLIANCE_COLUMNS } from './compliance-csv';
import { ComplianceEntry } from './compliance-entry';
import classes from './compliance-report.module.css';
import { STATUSES, summary } from './compliance-words';
import { WeekSwitch } from './week-switch';

/** The types of groups that hold a program. */
const PROGRAMS = ['iop', 'php'];

interface ComplianceReportProps {
  view: ReportView;
  onChange: ChangeView;
}

/** Whether the patients of programs get their week of treatment: at risk first, while the week can still be mended. */
export function ComplianceReport({ view, onChange }: ComplianceReportProps) {
  const thisMonday = mondayOf(todayIn(useOrganization().timezone));
  const monday = view.week === '' ? thisMonday : mondayOf(view.week);
  const compliance = useCompliance(monday);
  const rows = compliance.data?.filter(
    ({ group_definition_ids }) => !view.group || group_definition_ids.includes(view.group),
  );
  return (
    <Stack>
      <Group justify="space-between">
        <WeekSwitch
          monday={monday}
          thisMonday={thisMonday}
          onChange={(week) => onChange({ week: week === thisMonday ? '' : week })}
        />
        {rows && rows.length > 0 && (
          <Button
            variant="default"
            leftSection={<IconDownload size={16} aria-hidden />}
            onClick={() => downloadCsv(`program-hours-${monday}.csv`, csvText(COMPLIANCE_COLUMNS, rows))}
            data-screen-only
          >
            CSV
          </Button>
        )}
      </Group>
      <Box maw={280} data-screen-only>
        <GroupFilter types={PROGRAMS} value={view.group} onChange={(group) => onChange({ group })} />
      </Box>
      <ReportNarrowing view={{ ...view, type: '', facilitator: '' }} />
      <Text size="sm" c="dimmed" maw={720}>
        A week of IOP holds at least 9 hours on 3 days (42 CFR 410.44), of PHP 20 hours on 5 days (42 CFR 410.43).
        Therapy, psychoeducation, skills training, IOP and PHP sessions count; support groups and others do not.
      </Text>
      {compliance.isError && <ErrorState error={compliance.error} onRetry={compliance.refetch} />}
      {compliance.isPending && <ComplianceSkeleton />}
      {rows && (
        <ComplianceLists
          rows={rows}
          isOld={compliance.isPlaceholderData}
          onAllGroups={view.group === '' ? undefined : () => onChange({ group: '' })}
        />
      )}
    </Stack>
  );
}

interface ComplianceListsProps {
  rows: readonly ComplianceRow[];
  isOld: boolean;
  /** Where the list is narrowed to a group: shows all of them again. */
  onAllGroups: (() => void) | undefined;
}

function ComplianceLists({ rows, isOld, onAllGroups }: ComplianceListsProps) {
  const booked = useRef<string | null>(null);
  if (rows.length === 0 && onAllGroups) {
    return (
      <EmptyState
        icon={IconStethoscope}
        title="Nobody of this group is in a program this week"
        description="Only groups of type Intensive outpatient or Partial hospitalization hold a program."
        action={
          <Button variant="default" onClick={onAllGroups}>
            All groups
          </Button>
        }
      />
    );
  }
  if (rows.length === 0) {
    return (
      <EmptyState
        icon={IconStethoscope}
        title="Nobody is in a program this week"
        description="Patients with a seat in a group of type Intensive outpatient or Partial hospitalization appear here."
      />
    );
  }
  return (
    <Stack opacity={isOld ? 0.5 : 1} aria-busy={isOld}>
      <Text fw={600} role="status">
        {summary(rows)}
      </Text>
      <Key />
      {STATUSES.map(({ status, label, meaning }) => {
        const of = rows.filter((row) => row.status === status);
        if (of.length === 0) return null;
        return (
          <section key={status}>
            <Group gap="xs" align="baseline" mb="xs">
              <Title order={2}>
                {label} ({of.length})
              </Title>
              <Text size="sm" c="dimmed">
                {meaning}
              </Text>
            </Group>
            <ul className={classes.list}>
              {of.map((row) => (
                <ComplianceEntry key={row.patient_id} row={row} booked={booked} />
              ))}
            </ul>
          </section>
        );
      })}
    </Stack>
  );
}

/** What the bars mean. */
function Key() {
  return (
    <Group gap="lg" aria-hidden>
      {[
        { name: 'Attended', className: classes.attended },
        { name: 'Booked', className: classes.booked },
        { name: 'Missing', className: classes.missing },
      ].map(({ name, className }) => (
        <Group key={name} gap={6}>
          <span className={`${classes.swatch} ${className}`} />
          <Text size="sm">{name}</Text>
        </Group>
      ))}
    </Group>
  );
}

function ComplianceSkeleton() {
  return (
    <Stack gap="xs" role="status" aria-label="Loading">
      {[0, 1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={76} />
      ))}
    </Stack>
  );
}
