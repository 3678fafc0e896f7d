import { activitySentence, groupsSpokenOf, peopleNamedIn } from '@/modules/pm/groups';
import { type NamedPeople, personNamer, readNamesOfPeople } from '@/platform/audit';
import { activityLabel } from '../audit-log/activity-kinds';
import type { LogLine } from '../audit-log/log-line';
import type { ActivityFilter } from '../audit-log/log-view';
import type { ActivityEntry } from './activity-entries';
import { type NamedRecords, readNames } from './read-names';

/** Entries as sentences, and the names in them; the filter's own person and patient are named too. */
export async function activityLines(organizationId: string, entries: readonly ActivityEntry[], filter: ActivityFilter) {
  const [people, records] = await Promise.all([
    readNamesOfPeople(organizationId, [
      ...(filter.by === '' || filter.by === 'system' ? [] : [filter.by]),
      ...entries.flatMap(({ performed_by, metadata }) => [
        ...(performed_by ? [performed_by] : []),
        ...peopleNamedIn(metadata),
      ]),
    ]),
    readNames(organizationId, {
      groupIds: entries.flatMap(({ group_definition_id, metadata }) => [
        group_definition_id,
        ...groupsSpokenOf(metadata),
      ]),
      patientIds: [
        ...(filter.patient === '' ? [] : [filter.patient]),
        ...entries.flatMap(({ patient_id }) => patient_id ?? []),
      ],
    }),
  ]);
  return { lines: entries.map((entry) => lineOf(entry, people, records)), people, names: records.names };
}

function lineOf(entry: ActivityEntry, people: NamedPeople, { names, deleted }: NamedRecords): LogLine {
  const member = personNamer(people);
  const who = entry.performed_by ? member(entry.performed_by) : 'The system';
  const linkOf = (id: string, otherwise: string) => ({
    id,
    name: names.get(id) ?? otherwise,
    isDeleted: deleted.has(id),
  });
  const patient = entry.patient_id ? linkOf(entry.patient_id, 'a patient who cannot be named') : null;
  return {
    id: entry.id,
    at: entry.created_at,
    who,
    action: activityLabel(entry.action),
    sentence: activitySentence(
      { action: entry.action, metadata: entry.metadata, who, patient: patient?.name ?? 'a patient' },
      { member, group: (id) => names.get(id) ?? 'another group' },
    ),
    group: linkOf(entry.group_definition_id, 'A deleted group'),
    patient,
  };
}
