import { withClient } from '../../scripts/stack/database.ts';
import type { ThrowawayPostgres } from '../../scripts/stack/throwaway.ts';
import { type BenchRow, ratioRow } from '../row.ts';
import { MEASURED, readPerson, SMALL } from '../seed/seed.ts';
import { connectAs } from './caller.ts';
import { type CapturedRequest, captureRequests } from './capture.ts';
import { measure } from './measure.ts';

/** As fast among all patients as among few: the design's bound on growth (section 10). */
const GROWTH = 1.2;

async function organizationIds(adminUrl: string): Promise<[string, string]> {
  const { rows } = await withClient(adminUrl, (client) =>
    client.query<{ large: string; small: string }>(
      "select bench.id('organization', 1, 0) as large, bench.id('organization', 2, 0) as small",
    ),
  );
  if (rows[0] === undefined) throw new Error('The seed tells no organizations.');
  return [rows[0].large, rows[0].small];
}

/** The same request of the other organization. */
function elsewhere(request: CapturedRequest, from: string, to: string): CapturedRequest {
  const moved = request.statements.map(({ sql, parameters }) => ({
    sql: sql.replaceAll(from, to),
    parameters: parameters.map((parameter) => parameter?.replaceAll(from, to) ?? null),
  }));
  if (JSON.stringify(moved) === JSON.stringify(request.statements))
    throw new Error(`${request.name} names no organization.`);
  return { ...request, statements: moved };
}

/**
 * Searches in the measured organization against the same ones in one of 2,000 patients, in the same database: with the
 * count that the list asks for.
 */
export async function searchRows(
  server: ThrowawayPostgres,
  database: string,
  announce: (line: string) => void,
): Promise<BenchRow[]> {
  const requests = await captureRequests(server, database, 'searches');
  const adminUrl = server.postgres.adminUrl(database);
  const [large, small] = await organizationIds(adminUrl);
  const among = await connectAs(adminUrl, 'authenticated', await readPerson(adminUrl, MEASURED.email));
  const fewer = await connectAs(adminUrl, 'authenticated', await readPerson(adminUrl, SMALL.email));
  const rows: BenchRow[] = [];
  for (const request of requests) {
    announce(`Measuring: search, ${request.name}`);
    const other = elsewhere(request, large, small);
    const pairs = await measure(
      () => among.time(request),
      () => fewer.time(other),
    );
    rows.push(ratioRow(`Search, ${request.name}: all patients against 2,000`, GROWTH, pairs));
  }
  await among.close();
  await fewer.close();
  return rows;
}
