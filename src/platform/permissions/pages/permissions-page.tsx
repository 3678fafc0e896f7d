import { Alert } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import { ErrorState, PageHeader, TableSkeleton } from '@/platform/ui';
import { usePermissionCatalogue } from '../api/get-permission-catalogue';
import { useRoles } from '../api/get-roles';
import { PF_PERMISSIONS } from '../constants';
import { MatrixList } from '../matrix/matrix-list';
import { MatrixTable } from '../matrix/matrix-table';
import { useToggles } from '../matrix/use-toggles';
import { matrixRows } from '../matrix-model';
import { usePermissions } from '../permission-context';

/** What each role may do: for everybody to read, for who manages permissions to change. */
export function PermissionsPage() {
  const manages = usePermissions().can(PF_PERMISSIONS.PERMISSIONS_MANAGE);
  return (
    <>
      <PageHeader
        title="Permissions"
        subtitle={
          manages
            ? 'A change is saved at once. Organization admin always holds every permission, so that nobody is locked out.'
            : undefined
        }
      />
      {!manages && (
        <Alert color="gray" icon={<IconInfoCircle aria-hidden />} mb="md">
          Your role may read this and change nothing.
        </Alert>
      )}
      <Matrix />
    </>
  );
}

function Matrix() {
  const catalogue = usePermissionCatalogue();
  const roles = useRoles();
  const toggles = useToggles();
  const modules = useMemo(() => matrixRows(catalogue.data ?? []), [catalogue.data]);
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });
  for (const query of [catalogue, roles]) {
    if (query.error && !query.data) return <ErrorState error={query.error} onRetry={query.refetch} />;
  }
  if (!catalogue.data || !roles.data) return <TableSkeleton columns={5} rows={12} />;
  const Layout = onPhone ? MatrixList : MatrixTable;
  return <Layout modules={modules} roles={roles.data} toggles={toggles} />;
}
