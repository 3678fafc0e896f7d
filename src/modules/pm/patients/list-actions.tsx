import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconDots, IconDownload, IconFileImport, IconUserPlus } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { Can, PM_PERMISSIONS } from '@/platform/permissions';
import { notifyDone, notifyProblem } from '@/platform/ui';
import { ExportProgress } from './export-progress';
import type { PatientListView } from './patient-list.schema';
import { useExportPatients } from './use-export-patients';

/** What can be done with the list as a whole; on a phone behind a button, so that the patients begin higher up. */
export function ListActions({ view }: { view: PatientListView }) {
  const { slug } = useOrganization();
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  const list = `/o/${slug}/pm/patients`;
  const exporting = useExportPatients();

  async function download() {
    try {
      const count = await exporting.start(view);
      if (count === null) return;
      const figure = count.toLocaleString('en-US');
      notifyDone({ message: `${figure} ${count === 1 ? 'patient was' : 'patients were'} exported.` });
    } catch (problem) {
      notifyProblem(problem);
    }
  }

  const importAddress = {
    component: Link,
    to: `${list}/import`,
    leftSection: <IconFileImport size={16} aria-hidden />,
  };
  const exportProps = { leftSection: <IconDownload size={16} aria-hidden />, onClick: download };
  return (
    <Group gap="xs" wrap="nowrap">
      {!onPhone && (
        <>
          <Button variant="default" loading={exporting.running} {...exportProps}>
            Export CSV
          </Button>
          <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
            <Button variant="default" {...importAddress}>
              Import
            </Button>
          </Can>
        </>
      )}
      <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
        <Button component={Link} to={`${list}/new`} leftSection={<IconUserPlus size={16} aria-hidden />}>
          New patient
        </Button>
      </Can>
      {onPhone && (
        <Menu position="bottom-end" shadow="md" withinPortal={false}>
          <Menu.Target>
            <ActionIcon
              variant="default"
              size={36}
              loading={exporting.running}
              aria-label="More for the list of patients"
            >
              <IconDots size={18} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Can permission={PM_PERMISSIONS.PATIENTS_CREATE}>
              <Menu.Item {...importAddress}>Import</Menu.Item>
            </Can>
            <Menu.Item {...exportProps}>Export CSV</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <ExportProgress {...exporting} />
    </Group>
  );
}
