import { z } from 'zod';
import type { Clinic } from './clinic.ts';

const scheduledSchema = z.object({
  series_id: z.guid(),
  created: z.array(z.object({ id: z.guid() })),
});

interface Series {
  seriesId: string;
  /** In the order of the dates. */
  sessionIds: string[];
}

/** A series of a group from 9 to 10 o'clock, saved by the clinic's admin. */
export async function createSeries(clinic: Clinic, groupId: string, rule: string, dates: string[]): Promise<Series> {
  const { data } = await clinic.people.org_admin.client
    .rpc('pm_schedule_series', {
      group_definition_id: groupId,
      recurrence_rule: rule,
      session_dates: dates,
      start_time: '09:00',
      end_time: '10:00',
    })
    .throwOnError();
  const { series_id, created } = scheduledSchema.parse(data);
  return { seriesId: series_id, sessionIds: created.map(({ id }) => id) };
}

/** Makes a day a closed day of the clinic. */
export async function closeDay(clinic: Clinic, closed_on: string, name: string): Promise<void> {
  await clinic.people.org_admin.client
    .from('pm_closed_days')
    .insert({ organization_id: clinic.id, closed_on, name })
    .throwOnError();
}

interface SessionFacts {
  session_date: string;
  start_time: string;
  status: string;
  location: string | null;
}

/** The group's sessions by date, as the database has them and the clinic's admin may read them. */
export async function readSessions(clinic: Clinic, groupId: string): Promise<SessionFacts[]> {
  const { data } = await clinic.people.org_admin.client
    .from('pm_group_schedule')
    .select('session_date, start_time, status, location')
    .eq('organization_id', clinic.id)
    .eq('group_definition_id', groupId)
    .order('starts_at')
    .throwOnError();
  return data;
}
