import { Switch, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CataloguePermission } from '../api/get-permission-catalogue';
import type { Role } from '../api/get-roles';
import classes from './permission-switch.module.css';
import type { Toggles } from './use-toggles';

interface PermissionSwitchProps {
  role: Role;
  permission: CataloguePermission;
  toggles: Toggles;
  /** Whether somebody else has changed it since the page was opened. */
  changed: boolean;
  /** Visible beside the switch where no row says what it is for. */
  label?: ReactNode;
}

/** Whether a role holds a permission; saved as soon as it is pressed. */
export function PermissionSwitch({ role, permission, toggles, changed, label }: PermissionSwitchProps) {
  const granted = role.permissions.includes(permission.key);
  const name = `${role.name}: ${permission.description}`;
  return (
    <>
      <Switch
        aria-label={changed ? `${name} (changed elsewhere)` : name}
        label={label}
        labelPosition="left"
        checked={granted}
        disabled={!toggles.mayToggle(role, permission.key)}
        onChange={(event) => toggles.toggle(role, permission.key, event.currentTarget.checked)}
        classNames={classes}
        mod={{ labelled: label !== undefined }}
      />
      {changed && (
        <Text size="xs" className={classes.changed} aria-hidden>
          Changed elsewhere
        </Text>
      )}
    </>
  );
}
