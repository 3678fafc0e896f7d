import { checkOf, SEVERITIES, type Severity } from './checks';

/** What the check found in one row. */
export interface Finding {
  check_key: string;
  severity: Severity;
  /** The table. */
  entity: string;
  entity_id: string;
  group_definition_id: string | null;
  patient_id: string | null;
  detail: string;
  is_fixable: boolean;
  is_fixed: boolean;
}

export interface FindingGroup {
  key: string;
  severity: Severity;
  findings: Finding[];
}

/** Findings by check, the worst first; a check is as bad as its worst finding. */
export function byCheck(findings: readonly Finding[]): FindingGroup[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) groups.set(finding.check_key, [...(groups.get(finding.check_key) ?? []), finding]);
  return [...groups]
    .map(([key, ofCheck]) => ({ key, severity: worst(ofCheck), findings: ofCheck }))
    .toSorted(
      (one, other) =>
        SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
        checkOf(one.key).title.localeCompare(checkOf(other.key).title),
    );
}

function worst(findings: readonly Finding[]): Severity {
  return SEVERITIES.find((severity) => findings.some((finding) => finding.severity === severity)) ?? 'info';
}

/** "1 error, 2 warnings, 1 note". */
export function countWords(findings: readonly Finding[]): string {
  return SEVERITIES.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length;
    const word = severity === 'info' ? 'note' : severity;
    return count === 0 ? [] : [`${count} ${word}${count === 1 ? '' : 's'}`];
  }).join(', ');
}

/** Where a finding can be looked at, under /o/:slug; null where there is nothing to open. */
export function findingPlace(finding: Finding): { label: string; path: string } | null {
  switch (finding.entity) {
    case 'pf_memberships':
      return { label: 'Members', path: 'settings/members' };
    case 'pf_roles':
      return { label: 'Permissions', path: 'settings/permissions' };
    case 'pm_group_schedule':
      return { label: 'Session', path: `pm/schedule?session=${finding.entity_id}` };
    default:
      return null;
  }
}

/** What repairing did, as a sentence. */
export function repairedSentence(findings: readonly Finding[]): string {
  const fixable = findings.filter(({ is_fixable }) => is_fixable);
  const fixed = fixable.filter(({ is_fixed }) => is_fixed).length;
  const words = (count: number) => (count === 1 ? '1 finding' : `${count} findings`);
  if (fixable.length === 0) return 'There was nothing left to repair.';
  if (fixed === fixable.length) return `${words(fixed)} ${fixed === 1 ? 'was' : 'were'} repaired.`;
  return `${fixed} of ${words(fixable.length)} ${fixed === 1 ? 'was' : 'were'} repaired; something stands in the way of the others.`;
}
