import { readExtensionEnvironment } from './build/environment';

// The build has checked it already, and stops without it.
const { appUrl } = readExtensionEnvironment(import.meta.env);

/** An address of the app, for a tab of its own. `path` begins with a slash. */
export function appAddress(path: string): string {
  return `${appUrl}${path}`;
}

/** Where the app shows a session of an organization. */
export function sessionAddress(organization: { organization_slug: string }, sessionId: string): string {
  return appAddress(`/o/${organization.organization_slug}/pm/sessions/${sessionId}`);
}
