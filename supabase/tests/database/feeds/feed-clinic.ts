import { asRole, asUser, commitAsUser, openDatabase, type TestDatabase } from '../../support/database.ts';
import { createOrganization, type Organization } from '../../support/organization.ts';
import { createGroup } from '../../support/records.ts';
import { rpc } from '../../support/rpc.ts';

export interface Feed {
  id: string;
  scope: string;
  token: string;
}

export interface FeedClinic {
  database: TestDatabase;
  clinic: Organization;
  group: string;
  /** Makes or renews a link; the facilitator's own of scope all, unless told otherwise. */
  link(userId?: string, scope?: string | null, organizationId?: string): Promise<Feed>;
  /** What anybody who has the token is answered. */
  read(token: string | null): Promise<string>;
  /** The text of pm_calendar_file for this person. */
  file(values?: Record<string, unknown>, userId?: string): Promise<string>;
  /** A change by the facilitator. */
  change(sql: string, values?: unknown[]): Promise<void>;
}

/** A clinic with a group "Morning Group", whose calendar is read from outside. Close the database afterwards. */
export async function openFeedClinic(zone = 'America/New_York'): Promise<FeedClinic> {
  const database = await openDatabase();
  const { pool } = database;
  const clinic = await createOrganization(pool, zone);
  const group = await createGroup(pool, clinic.id, { name: 'Morning Group' });
  const { facilitator } = clinic.people;
  return {
    ...{ database, clinic, group },
    link: async (userId = facilitator, scope = 'all', organization_id = clinic.id) => {
      const made = await commitAsUser(pool, userId, (client) =>
        rpc<{ pm_create_calendar_feed: Feed }>(client, 'pm_create_calendar_feed', { organization_id, scope }),
      );
      return made.pm_create_calendar_feed;
    },
    read: async (token) => {
      const answer = await asRole(pool, 'anon', {}, (client) =>
        rpc<{ pm_calendar_feed: Buffer }>(client, 'pm_calendar_feed', { token }),
      );
      return answer.pm_calendar_feed.toString('utf8');
    },
    file: async (values = {}, userId = facilitator) => {
      const answer = await asUser(pool, userId, (client) =>
        rpc<{ pm_calendar_file: string }>(client, 'pm_calendar_file', { organization_id: clinic.id, ...values }),
      );
      return answer.pm_calendar_file;
    },
    change: async (sql, values = []) => {
      await commitAsUser(pool, facilitator, (client) => client.query(sql, values));
    },
  };
}

/** The date so many days from now: links show 90 days back to a year ahead. */
export const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
