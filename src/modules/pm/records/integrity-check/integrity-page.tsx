import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconRefresh, IconShieldCheck, IconTool } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { Can, PF_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { formatTimestamp } from '@/platform/time';
import { confirmAction, EmptyState, ErrorState, ListSkeleton, PageHeader, ProblemAlert } from '@/platform/ui';
import { type IntegrityReport, useIntegrity, useRepairIntegrity } from '../api/check-integrity';
import { FindingSection } from './finding-section';
import { byCheck, countWords, repairedSentence } from './findings';

/** What is wrong with the organization's data although nothing forbids it, and its repair. */
export function IntegrityPage() {
  return (
    <RequirePermission permission={PF_PERMISSIONS.AUDIT_LOG_VIEW}>
      <Integrity />
    </RequirePermission>
  );
}

function Integrity() {
  const { data, error, refetch, isFetching } = useIntegrity();
  const repair = useRepairIntegrity();

  function checkAgain() {
    repair.reset();
    void refetch();
  }

  return (
    <>
      <PageHeader
        title="Integrity"
        subtitle={
          <>
            Looks for what should not be in your data, as a bulk load can leave it. Whoever runs the server checks all
            organizations with <Code>npm run db:validate</Code>.
          </>
        }
        action={
          <Button
            variant="default"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={isFetching && !repair.isPending}
            onClick={checkAgain}
          >
            Check again
          </Button>
        }
      />
      {error && !data && <ErrorState error={error} onRetry={checkAgain} />}
      {!data && !error && <ListSkeleton rows={5} />}
      {data && (
        <Stack gap="lg">
          <ProblemAlert error={error ?? repair.error} />
          <Report report={data} repaired={repair.isSuccess} onRepair={() => repair.mutateAsync()} />
        </Stack>
      )}
    </>
  );
}

interface ReportProps {
  report: IntegrityReport;
  /** Whether the findings are those of a repair. */
  repaired: boolean;
  onRepair: () => Promise<unknown>;
}

function Report({ report, repaired, onRepair }: ReportProps) {
  const { timezone } = useOrganization();
  const checked = `Checked ${formatTimestamp(new Date(report.checkedAt).toISOString(), timezone)}.`;
  if (report.findings.length === 0) {
    return (
      <EmptyState icon={IconShieldCheck} title="Nothing found" description={`Every check came out clean. ${checked}`} />
    );
  }
  const fixable = report.findings.filter(({ is_fixable, is_fixed }) => is_fixable && !is_fixed).length;
  return (
    <>
      {repaired && (
        <Alert color="green" role="status" icon={<IconCheck aria-hidden />} title={repairedSentence(report.findings)}>
          Each repair is in the audit log. Check again to see what is left.
        </Alert>
      )}
      <Group justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {countWords(report.findings)}. {checked}
        </Text>
        {fixable > 0 && !repaired && (
          <Can permission={PF_PERMISSIONS.ORGANIZATION_EDIT}>
            <Button leftSection={<IconTool size={16} aria-hidden />} onClick={() => askToRepair(fixable, onRepair)}>
              Repair what has one right answer ({fixable})
            </Button>
          </Can>
        )}
      </Group>
      {byCheck(report.findings).map((group) => (
        <FindingSection key={group.key} group={group} names={report.names} repaired={repaired} />
      ))}
    </>
  );
}

function askToRepair(count: number, onRepair: () => Promise<unknown>) {
  confirmAction({
    title: count === 1 ? 'Repair 1 finding?' : `Repair ${count} findings?`,
    message:
      'Each is repaired as its check says, and each repair goes into the audit log in your name. What needs a decision stays as it is.',
    confirmLabel: count === 1 ? 'Repair 1 finding' : `Repair ${count} findings`,
    onConfirm: onRepair,
  });
}
