import { Table } from '@mantine/core';
import { Fragment } from 'react';
import { cellOf } from '../role-changes';
import type { MatrixProps } from './matrix-props';
import classes from './matrix-table.module.css';
import { PermissionSwitch } from './permission-switch';
import { RoleHead } from './role-head';

/** What each role may do: permissions as rows, roles as columns; the titles of both stay in sight. */
export function MatrixTable({ module, roles, toggles, changed, onOpenRole }: MatrixProps) {
  return (
    <div className={classes.scroller}>
      <Table aria-label={`Permissions by role, ${module.label}`} className={classes.table} verticalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col" className={classes.permission}>
              Permission
            </Table.Th>
            {roles.map((role) => (
              <Table.Th key={role.id} scope="col" className={classes.role}>
                <RoleHead role={role} changed={changed.has(role.id)} onOpenRole={onOpenRole} />
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
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
                      <PermissionSwitch
                        role={role}
                        permission={permission}
                        toggles={toggles}
                        changed={changed.has(cellOf(role.id, permission.key))}
                      />
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  );
}
