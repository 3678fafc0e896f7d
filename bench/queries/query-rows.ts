import { withClient } from '../../scripts/stack/database.ts';
import { applyMigrations } from '../../scripts/stack/migrations.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { interleave } from '../interleave.ts';
import type { BenchOptions } from '../options.ts';
import { type BenchRow, ratioRow } from '../row.ts';
import { MEASURED, seed } from '../seed/seed.ts';
import { type Caller, connectAs } from './caller.ts';
import { type CapturedRequest, captureRequests } from './capture.ts';

/** The design's targets (section 10). */
const RLS_TAX = 1.15;
const GROWTH = 1.2;

/** Repetitions of a request: as many as fit in this time on the first look, within limits. */
const budget = { milliseconds: 5000, least: 15, most: 600 };

type Announce = (line: string) => void;

async function makeDatabase(
  server: ThrowawayPostgres,
  name: string,
  organizations: number,
  patients: number,
  announce: Announce,
) {
  await applyMigrations(await server.createDatabase(name));
  announce(`Seeding ${organizations} organizations`);
  await seed(server.postgres.adminUrl(name), { organizations, patients }, announce);
}

async function measuredPerson(adminUrl: string): Promise<string> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ id: string }>('select id from auth.users where email = $1', [MEASURED.email]),
  );
  if (rows[0] === undefined) throw new Error(`The seed made no ${MEASURED.email}.`);
  return rows[0].id;
}

async function measure(request: CapturedRequest, judged: Caller, against: Caller): Promise<[number, number][]> {
  await against.time(request);
  const once = (await judged.time(request)) + (await against.time(request));
  const repetitions = Math.round(Math.min(Math.max(budget.milliseconds / once, budget.least), budget.most));
  return interleave(
    repetitions,
    () => judged.time(request),
    () => against.time(request),
  );
}

async function compare(server: ThrowawayPostgres, requests: readonly CapturedRequest[], announce: Announce) {
  const [all, tenth] = [server.postgres.adminUrl('bench'), server.postgres.adminUrl('bench_tenth')];
  const userId = await measuredPerson(all);
  const member = await connectAs(all, 'authenticated', userId);
  const bypass = await connectAs(all, 'service_role', userId);
  const memberOfTenth = await connectAs(tenth, 'authenticated', userId);
  const rows: BenchRow[] = [];
  for (const request of requests) {
    announce(`Measuring: ${request.name}`);
    rows.push(ratioRow(`${request.name}: RLS tax`, RLS_TAX, await measure(request, member, bypass)));
    rows.push(ratioRow(`${request.name}: growth`, GROWTH, await measure(request, member, memberOfTenth)));
  }
  for (const caller of [member, bypass, memberOfTenth]) await caller.close();
  return rows;
}

/**
 * RLS tax and growth of the app's lists. Two databases, so that both are measured in one run: `bench` with all
 * organizations, `bench_tenth` with the same one to measure and a tenth of the others.
 */
export async function queryRows(
  server: ThrowawayPostgres,
  options: BenchOptions,
  announce: Announce,
): Promise<BenchRow[]> {
  const others = Math.max(Math.round(200 * options.scale) - 1, 10);
  const size = options.patients;
  await makeDatabase(server, 'bench_tenth', 1 + Math.round(others / 10), size, announce);
  await makeDatabase(server, 'bench', 1 + others, size, announce);
  const requests = await captureRequests(server, 'bench');
  return compare(server, requests, announce);
}
