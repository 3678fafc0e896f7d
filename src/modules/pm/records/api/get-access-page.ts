import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import {
  type AuditEntry,
  type AuditFilter,
  auditSentence,
  kindLabel,
  patientSpokenOf,
  peopleSpokenOf,
  personNamer,
  type Reading,
  readAllAudit,
  readAuditPage,
  readNamesOfPeople,
  readRoleWords,
} from '@/platform/audit';
import { useOrganization } from '@/platform/organizations';
import type { LogLine, LogPage } from '../audit-log/log-line';
import { recordKeys } from './keys';
import { readNames } from './read-names';

/** One page of who changed people, permissions and records, or opened one, latest first. */
async function getAccessPage(
  organizationId: string,
  filter: AuditFilter,
  page: number,
  signal: AbortSignal,
): Promise<LogPage> {
  const { entries, hasMore } = await readAuditPage(organizationId, filter, page, signal);
  const { lines, people, names } = await accessLines(organizationId, entries, filter);
  return {
    lines,
    hasMore,
    people: new Map([...people].map(([id, { full_name }]) => [id, full_name])),
    patient: names.get(filter.patient) ?? null,
  };
}

async function accessLines(organizationId: string, entries: readonly AuditEntry[], filter: AuditFilter) {
  const [people, { names, deleted }, words] = await Promise.all([
    readNamesOfPeople(organizationId, [
      ...(filter.by === '' || filter.by === 'system' ? [] : [filter.by]),
      ...entries.flatMap(peopleSpokenOf),
    ]),
    readNames(organizationId, {
      groupIds: [],
      patientIds: [
        ...(filter.patient === '' ? [] : [filter.patient]),
        ...entries.flatMap((entry) => patientSpokenOf(entry) ?? []),
      ],
    }),
    readRoleWords(organizationId),
  ]);
  const person = personNamer(people);
  const told = {
    person,
    role: (id: string) => words.roles.get(id) ?? 'a deleted role',
    permission: (key: string) => words.permissions.get(key) ?? key,
    patient: (id: string) => names.get(id) ?? 'a patient who cannot be named',
  };
  const lines = entries.map((entry): LogLine => {
    const patientId = patientSpokenOf(entry);
    return {
      id: entry.id,
      at: entry.created_at,
      who: entry.performed_by ? person(entry.performed_by) : 'The system',
      action: kindLabel(entry),
      sentence: auditSentence(entry, told),
      group: null,
      patient: patientId ? { id: patientId, name: told.patient(patientId), isDeleted: deleted.has(patientId) } : null,
    };
  });
  return { lines, people, names };
}

function accessPageQueryOptions(organizationId: string, filter: AuditFilter, page: number) {
  return queryOptions({
    queryKey: recordKeys.accessPage(organizationId, { ...filter, page }),
    queryFn: ({ signal }) => getAccessPage(organizationId, filter, page, signal),
    // A log grows by itself: every look is at the present one.
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** A page of the audit log of people, permissions and records, numbered from 1. */
export function useAccessPage(filter: AuditFilter, page: number) {
  return useQuery(accessPageQueryOptions(useOrganization().id, filter, page));
}

/** All entries that a filter leaves, as they are exported. Rejects when the reading is stopped. */
export async function readAllAccess(organizationId: string, filter: AuditFilter, reading: Reading): Promise<LogLine[]> {
  const entries = await readAllAudit(organizationId, filter, reading);
  return (await accessLines(organizationId, entries, filter)).lines;
}
