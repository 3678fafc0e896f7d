import { SegmentedControl, Stack } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useMemo } from 'react';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';
import { ErrorState, TableSkeleton } from '@/platform/ui';
import { usePermissionCatalogue } from '../api/get-permission-catalogue';
import { useRoles } from '../api/get-roles';
import { matrixRows } from '../matrix-model';
import { placeOfChange } from '../role-changes';
import type { OpenRoleDialog } from '../roles/role-dialog';
import { ChangesElsewhere } from './changes-elsewhere';
import { MatrixList } from './matrix-list';
import { MatrixTable } from './matrix-table';
import { useChangesElsewhere } from './use-changes-elsewhere';
import { useToggles } from './use-toggles';

const moduleSchema = z.object({ module: z.string().default('') });

/** The roles' permissions, one module at a time. */
export function Matrix({ onOpenRole }: { onOpenRole: OpenRoleDialog }) {
  const catalogue = usePermissionCatalogue();
  const roles = useRoles();
  const toggles = useToggles();
  const { changes, dismiss } = useChangesElsewhere();
  const [{ module: chosen }, setView] = useUrlState(moduleSchema);
  const modules = useMemo(() => matrixRows(catalogue.data ?? []), [catalogue.data]);
  const changed = useMemo(() => new Set(changes.map(placeOfChange)), [changes]);
  const onPhone = useMediaQuery('(max-width: 47.99em)', undefined, { getInitialValueInEffect: false });

  for (const query of [catalogue, roles]) {
    if (query.error && !query.data) return <ErrorState error={query.error} onRetry={query.refetch} />;
  }
  const module = modules.find((candidate) => candidate.module === chosen) ?? modules[0];
  if (!catalogue.data || !roles.data || !module) return <TableSkeleton columns={5} rows={12} />;
  const Layout = onPhone ? MatrixList : MatrixTable;
  return (
    <>
      <ChangesElsewhere changes={changes} catalogue={catalogue.data} onDismiss={dismiss} />
      <Stack>
        <SegmentedControl
          aria-label="Module"
          data={modules.map(({ module: value, label }) => ({ value, label }))}
          value={module.module}
          onChange={(value) => setView({ module: value }, { replace: true })}
          style={{ alignSelf: onPhone ? 'stretch' : 'flex-start' }}
        />
        <Layout module={module} roles={roles.data} toggles={toggles} changed={changed} onOpenRole={onOpenRole} />
      </Stack>
    </>
  );
}
