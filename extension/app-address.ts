import type { MyGroup } from './groups/api/get-my-groups';

// The build has checked that it is an address.
const APP_URL = (import.meta.env.VITE_APP_URL ?? '').replace(/\/+$/, '');

/** An address of the app, for a tab of its own. `path` begins with a slash. */
export function appAddress(path: string): string {
  return `${APP_URL}${path}`;
}

export function groupAddress({ organization_slug, group_definition_id }: MyGroup): string {
  return appAddress(`/o/${organization_slug}/pm/groups/${group_definition_id}`);
}

/** Where the app shows a session of the group. */
export function sessionAddress({ organization_slug }: MyGroup, sessionId: string): string {
  return appAddress(`/o/${organization_slug}/pm/sessions/${sessionId}`);
}
