import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { type BenchRow, ratioRow } from '../row.ts';
import { MEASURED, readPerson } from '../seed/seed.ts';
import { connectAs } from './caller.ts';
import { captureRequests } from './capture.ts';
import { measure } from './measure.ts';

/** The design's targets (section 10). */
const RLS_TAX = 1.15;
const GROWTH = 1.2;

/**
 * RLS tax and growth of the app's lists. Two databases, so that both are measured in one run: `all` organizations, and the
 * same one to measure with a `tenth` of the others.
 */
export async function queryRows(
  server: ThrowawayPostgres,
  databases: { all: string; tenth: string },
  announce: (line: string) => void,
): Promise<BenchRow[]> {
  const requests = await captureRequests(server, databases.all, 'lists');
  const [all, tenth] = [server.postgres.adminUrl(databases.all), server.postgres.adminUrl(databases.tenth)];
  const person = await readPerson(all, MEASURED.email);
  const member = await connectAs(all, 'authenticated', person);
  const bypass = await connectAs(all, 'service_role', person);
  const memberOfTenth = await connectAs(tenth, 'authenticated', person);
  const rows: BenchRow[] = [];
  for (const request of requests) {
    announce(`Measuring: ${request.name}`);
    const asMember = () => member.time(request);
    const asBypass = () => bypass.time(request);
    const inTenth = () => memberOfTenth.time(request);
    rows.push(ratioRow(`${request.name}: RLS tax`, RLS_TAX, await measure(asMember, asBypass)));
    rows.push(ratioRow(`${request.name}: growth`, GROWTH, await measure(asMember, inTenth)));
  }
  for (const caller of [member, bypass, memberOfTenth]) await caller.close();
  return rows;
}
