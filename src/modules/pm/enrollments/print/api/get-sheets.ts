import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { supabase } from '@/platform/supabase/client';
import { printKeys } from './keys';

export const SHEET_ENTRY_COLUMNS =
  'id, patient:pm_patients(id, first_name, last_name, preferred_name, mrn, date_of_birth, phone)';

const SESSION_COLUMNS =
  'id, session_date, start_time, end_time, starts_at, ends_at, facilitator_id, co_facilitator_id, location, status';

interface SheetPatient {
  id: string;
  first_name: string;
  last_name: string;
  preferred_name: string | null;
  mrn: string;
  /** `YYYY-MM-DD`. */
  date_of_birth: string | null;
  phone: string | null;
}

export interface SheetEntry {
  /** The enrollment's. */
  id: string;
  /** Null when the record was deleted. */
  patient: SheetPatient | null;
}

/** The types say that an enrollment has a patient; row level security hides the deleted ones. */
export function toEntry({ id, patient }: { id: string; patient: SheetPatient | null | undefined }): SheetEntry {
  return { id, patient: patient ?? null };
}

interface SheetsRequest {
  groupId: string;
  /** `YYYY-MM-DD`; '' is the organization's today. Without meaning when sessions are named. */
  on: string;
  sessionIds: readonly string[];
}

async function getGroup(organizationId: string, groupId: string) {
  const { data } = await supabase
    .from('pm_group_definitions')
    .select('id, name, group_code, facilitator_id, co_facilitator_id, location, max_capacity')
    .eq('organization_id', organizationId)
    .eq('id', groupId)
    .maybeSingle()
    .throwOnError();
  return data;
}

async function getSessions(organizationId: string, groupId: string, sessionIds: readonly string[]) {
  if (sessionIds.length === 0) return [];
  const { data } = await supabase
    .from('pm_group_schedule')
    .select(SESSION_COLUMNS)
    .eq('organization_id', organizationId)
    .eq('group_definition_id', groupId)
    .in('id', sessionIds)
    .order('starts_at')
    .throwOnError();
  return data;
}

async function getDayRoster(groupId: string, on: string) {
  const { data } = await supabase
    .rpc('pm_group_roster', { group_definition_id: groupId, ...(on === '' ? {} : { on_date: on }) })
    .select(SHEET_ENTRY_COLUMNS)
    .throwOnError();
  return data.map(toEntry);
}

async function getSessionRoster(sessionId: string) {
  const { data } = await supabase
    .rpc('pm_session_roster', { session_id: sessionId })
    .select(SHEET_ENTRY_COLUMNS)
    .throwOnError();
  return data.map(toEntry);
}

/**
 * The group with who has (had) a seat at each of the sessions, or on the day when no session is named; null when there is
 * no such group. `missing` counts sessions that were asked for and are not the group's.
 */
async function getSheets(organizationId: string, { groupId, on, sessionIds }: SheetsRequest) {
  const [group, sessions] = await Promise.all([
    getGroup(organizationId, groupId),
    getSessions(organizationId, groupId, sessionIds),
  ]);
  if (!group) return null;
  const rosters =
    sessionIds.length === 0
      ? [{ session: null, entries: await getDayRoster(groupId, on) }]
      : await Promise.all(sessions.map(async (session) => ({ session, entries: await getSessionRoster(session.id) })));
  return { group, rosters, missing: sessionIds.length - sessions.length };
}

export type Sheets = NonNullable<Awaited<ReturnType<typeof getSheets>>>;
export type SheetRoster = Sheets['rosters'][number];
export type SheetSession = NonNullable<SheetRoster['session']>;

export function sheetsQueryOptions(organizationId: string, request: SheetsRequest) {
  return queryOptions({
    queryKey: printKeys.sheets(organizationId, request),
    queryFn: () => getSheets(organizationId, request),
    placeholderData: keepPreviousData,
    // Paper cannot be corrected: it is made from what holds now.
    staleTime: 0,
  });
}
