import { Text } from '@mantine/core';
import { useMembers } from '@/platform/organizations';
import { groupTypeLook } from '@/platform/ui';
import { useReportGroups } from './api/get-report-groups';
import type { ReportView } from './report-view';
import classes from './reports-page.module.css';

/** What the report is narrowed to, in words, on paper: there the filters are not to be seen. */
export function ReportNarrowing({ view }: { view: ReportView }) {
  const { data: groups = [] } = useReportGroups();
  const { data: members = [] } = useMembers();
  const words = [
    view.group && (groups.find(({ id }) => id === view.group)?.name ?? 'One group'),
    view.type && groupTypeLook(view.type).label,
    view.facilitator && (members.find(({ id }) => id === view.facilitator)?.full_name ?? 'One facilitator'),
  ].filter(Boolean);
  if (words.length === 0) return null;
  return (
    <Text size="sm" mb="md" className={classes.onPaper}>
      Only: {words.join(', ')}
    </Text>
  );
}
