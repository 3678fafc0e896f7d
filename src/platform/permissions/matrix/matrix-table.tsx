import { Table, Text } from '@mantine/core';
import { Fragment } from 'react';
import type { Role } from '../api/get-roles';
import type { ModuleRows } from '../matrix-model';
import { isOrgAdmin } from '../role-order';
import classes from './matrix-table.module.css';
import { PermissionSwitch } from './permission-switch';
import type { Toggles } from './use-toggles';

interface MatrixTableProps {
  modules: readonly ModuleRows[];
  roles: readonly Role[];
  toggles: Toggles;
}

/** What each role may do: permissions as rows, roles as columns; the titles of both stay in sight. */
export function MatrixTable({ modules, roles, toggles }: MatrixTableProps) {
  return (
    <div className={classes.scroller}>
      <Table aria-label="Permissions by role" className={classes.table} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.permission}>
              Permission
            </Table.Th>
            {roles.map((role) => (
              <Table.Th key={role.id} scope="col" className={classes.role}>
                {role.name}
                {isOrgAdmin(role) && (
                  <Text size="xs" c="dimmed" fw={400}>
                    Always everything
                  </Text>
                )}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        {modules.map((module) => (
          <ModuleBody key={module.module} module={module} roles={roles} toggles={toggles} />
        ))}
      </Table>
    </div>
  );
}

type ModuleBodyProps = Omit<MatrixTableProps, 'modules'> & { module: ModuleRows };

function ModuleBody({ module, roles, toggles }: ModuleBodyProps) {
  return (
    <Table.Tbody>
      <Table.Tr>
        <Table.Th scope="rowgroup" className={classes.module}>
          {module.label}
        </Table.Th>
        <td colSpan={roles.length} />
      </Table.Tr>
      {module.resources.map(({ resource, label, permissions }) => (
        <Fragment key={resource}>
          <Table.Tr className={classes.resourceRow}>
            <Table.Th scope="rowgroup" className={classes.resource}>
              {label}
            </Table.Th>
            <td colSpan={roles.length} />
          </Table.Tr>
          {permissions.map((permission) => (
            <Table.Tr key={permission.key}>
              <Table.Th scope="row" className={classes.permission} fw={400}>
                {permission.description}
              </Table.Th>
              {roles.map((role) => (
                <Table.Td key={role.id}>
                  <PermissionSwitch role={role} permission={permission} toggles={toggles} />
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Fragment>
      ))}
    </Table.Tbody>
  );
}
