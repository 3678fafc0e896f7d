import { rosterQueryOptions } from '@/modules/pm/enrollments/api/get-roster';
import { groupsQueryOptions } from '@/modules/pm/groups/api/get-groups';
import { listState } from '@/modules/pm/groups/list-state';
import { patientsQueryOptions } from '@/modules/pm/patients/api/get-patients';
import { patientListSchema } from '@/modules/pm/patients/patient-list.schema';
import { instantsOf, visibleDates } from '@/modules/pm/schedule/calendar-range';
import { sessionsBetweenQueryOptions } from '@/modules/pm/sessions/api/get-sessions-between';
import { queryClient } from '@/platform/query';
import { supabase } from '@/platform/supabase/client';

interface Person {
  email: string;
  password: string;
}

/**
 * Loaded through Vite, as the app is: its own requests, sent by its own client, so that what is measured cannot drift
 * from what it asks. Signs in and answers one function a screen; each sends what the screen sends for its list, or for a search.
 */
export async function appRequests(person: Person, slug: string) {
  const { error } = await supabase.auth.signInWithPassword(person);
  if (error) throw error;
  const { data: organization } = await supabase
    .from('pf_organizations')
    .select('id, timezone')
    .eq('slug', slug)
    .single()
    .throwOnError();
  const { data: group } = await supabase
    .from('pm_group_definitions')
    .select('id')
    .eq('organization_id', organization.id)
    .order('name')
    .limit(1)
    .single()
    .throwOnError();
  const month = instantsOf(visibleDates('month', new Date().toISOString().slice(0, 10)), organization.timezone);
  const patients = (search: string) => patientsQueryOptions(organization.id, patientListSchema.parse({ search }));
  const lists = {
    'Calendar month': () => queryClient.fetchQuery(sessionsBetweenQueryOptions(organization.id, month)),
    'Groups page': () => queryClient.fetchQuery(groupsQueryOptions(organization.id, listState.parse({}))),
    Roster: () => queryClient.fetchQuery(rosterQueryOptions(organization.id, group.id)),
    'Patient list': () => queryClient.fetchQuery(patients('')),
    'Patient search': () => queryClient.fetchQuery(patients('okaf')),
  };
  // In the seed one in 13 has a name with Okafor in it, seven are called Zoë Wójcik, and one has the MRN and the number.
  const searches = {
    'three common letters': () => queryClient.fetchQuery(patients('oka')),
    'three rare letters': () => queryClient.fetchQuery(patients('woj')),
    'three letters inside a common name': () => queryClient.fetchQuery(patients('kaf')),
    'full name': () => queryClient.fetchQuery(patients('Bennett Okafor')),
    'a typo': () => queryClient.fetchQuery(patients('Okafro')),
    accents: () => queryClient.fetchQuery(patients('Zoë Wójcik')),
    MRN: () => queryClient.fetchQuery(patients('M000777')),
    phone: () => queryClient.fetchQuery(patients('(201) 277-0777')),
  };
  return { lists, searches };
}
