import type { Group } from './api/get-group';
import { PolicySection } from './policy/policy-section';

/** What is set once for a group, beyond its facts. */
export function SettingsTab({ group }: { group: Group }) {
  return <PolicySection groupId={group.id} />;
}
