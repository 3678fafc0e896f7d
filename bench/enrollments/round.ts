import type pg from 'pg';
import type { Answer, Statement } from './desks.ts';

/** So many new groups with so many seats each, and who is to be enrolled in which, in the order of the calls. */
export interface Round {
  groups: string[];
  seats: number;
  calls: { groupId: string; patientId: string }[];
}

/** Enrollment as pm_enroll_patient returns it and as the table keeps it, as far as it is checked. */
export interface Enrollment {
  id: string;
  group_definition_id: string;
  patient_id: string;
  status: string;
  waitlist_position: number | null;
}

/** Makes the groups, and takes the patients of the measured organization from the `first` on, going round. */
export async function makeRound(
  client: pg.Client,
  { groups, seats, calls, first }: { groups: number; seats: number; calls: number; first: number },
): Promise<Round> {
  const made = await client.query<{ id: string }>(
    `insert into public.pm_group_definitions (organization_id, name, group_type, max_capacity)
     select bench.id('organization', 1, 0), 'Bench ' || n, 'therapy', $2 from generate_series(1, $1::integer) n returning id`,
    [groups, seats],
  );
  const ids = made.rows.map((row) => row.id);
  const patients = await client.query<{ id: string }>(
    `select bench.id('patient', 1, 1 + (($2::integer + n) % $3::integer)) as id from generate_series(0, $1::integer - 1) n`,
    [calls, first, await countPatients(client)],
  );
  return {
    groups: ids,
    seats,
    calls: patients.rows.map((row, index) => ({ groupId: ids[index % ids.length] ?? '', patientId: row.id })),
  };
}

async function countPatients(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    "select count(*)::integer as count from public.pm_patients where organization_id = bench.id('organization', 1, 0)",
  );
  return rows[0]?.count ?? 0;
}

/** The calls as the app makes them. */
export function enrolling(round: Round): Statement[] {
  return round.calls.map(({ groupId, patientId }) => ({
    name: 'enroll',
    text: 'select * from pm_enroll_patient($1, $2)',
    values: [groupId, patientId],
  }));
}

/** The rows that the rule makes of the calls, inserted into the copy without it by somebody who knows them beforehand. */
export function inserting(round: Round): Statement[] {
  return insertingAfter(round, '');
}

/** As inserting, but one after the other in each group: each takes the lock of its row that the rule takes, and no more. */
export function insertingLocked(round: Round): Statement[] {
  return insertingAfter(round, 'bench.lock_group($1) locked, ');
}

function insertingAfter(round: Round, first: string): Statement[] {
  const before = new Map<string, number>();
  return round.calls.map(({ groupId, patientId }) => {
    const place = (before.get(groupId) ?? 0) + 1;
    before.set(groupId, place);
    return {
      name: `insert ${first}`,
      text: `insert into bench.enrollments (organization_id, group_definition_id, patient_id, starts_on, status, waitlist_position, enrolled_at, waitlisted_at)
        select bench.id('organization', 1, 0), $1::uuid, $2::uuid, current_date, row.status, $3::integer,
          case row.status when 'enrolled' then clock_timestamp() end, case row.status when 'waitlisted' then clock_timestamp() end
        from ${first}(select case when $3::integer is null then 'enrolled' else 'waitlisted' end as status) row
        returning *`,
      values: [groupId, patientId, place > round.seats ? place - round.seats : null],
    };
  });
}

/** What is kept of the round's groups. */
export async function readEndState(client: pg.Client, { groups }: Round) {
  const enrollments = await client.query<Enrollment>(
    `select id, group_definition_id, patient_id, status, waitlist_position from public.pm_group_enrollments
     where group_definition_id = any ($1) and deleted_at is null`,
    [groups],
  );
  const logged = await client.query<{ enrollment_id: string; action: string }>(
    `select metadata ->> 'enrollment_id' as enrollment_id, action from public.pm_group_activity_log
     where group_definition_id = any ($1) and patient_id is not null`,
    [groups],
  );
  return { enrollments: enrollments.rows, logged: logged.rows };
}

type EndState = Awaited<ReturnType<typeof readEndState>>;

function groupProblems(group: string, round: Round, enrollments: readonly Enrollment[]): string[] {
  const problems: string[] = [];
  const wanted = new Set(round.calls.filter((call) => call.groupId === group).map((call) => call.patientId));
  const there = new Set(enrollments.map((enrollment) => enrollment.patient_id));
  if (there.size !== enrollments.length) problems.push('somebody is in it twice');
  if (wanted.size !== there.size || [...wanted].some((patient) => !there.has(patient)))
    problems.push(`${there.size} patients are in it, not the ${wanted.size} who were enrolled`);
  const seated = enrollments.filter((enrollment) => enrollment.status === 'enrolled').length;
  const expected = Math.min(round.seats, wanted.size);
  if (seated !== expected) problems.push(`${seated} seats are taken, not ${expected} of ${round.seats}`);
  const places = enrollments.flatMap(({ waitlist_position }) => waitlist_position ?? []).sort((a, b) => a - b);
  if (places.length !== wanted.size - expected || places.some((place, index) => place !== index + 1))
    problems.push(`the waitlist has the places ${places.join(', ')}`);
  return problems.map((problem) => `Group ${group}: ${problem}.`);
}

/** What is wrong after a round: with seats, places, people, the log, or with what the desks were told. Empty when all is well. */
export function endStateProblems(round: Round, answers: readonly Answer<Enrollment>[], state: EndState): string[] {
  const problems = round.groups.flatMap((group) =>
    groupProblems(
      group,
      round,
      state.enrollments.filter((enrollment) => enrollment.group_definition_id === group),
    ),
  );
  const kept = new Map(state.enrollments.map((enrollment) => [enrollment.id, enrollment]));
  const told = answers.flatMap(({ row }) => row ?? []);
  if (told.length !== kept.size)
    problems.push(`${told.length} desks were told of an enrollment, ${kept.size} are kept.`);
  for (const { id, status, waitlist_position } of told) {
    const row = kept.get(id);
    if (row?.status !== status || row.waitlist_position !== waitlist_position)
      problems.push(
        `A desk was told ${status} ${waitlist_position}, the table says ${row?.status} ${row?.waitlist_position}.`,
      );
  }
  const repeats = round.calls.length - kept.size;
  const refusals = answers.flatMap(({ refusal }) => refusal ?? []);
  if (refusals.length !== repeats || refusals.some((refusal) => refusal !== 'PATIENT_ALREADY_ENROLLED'))
    problems.push(
      `${repeats} calls should have been refused as PATIENT_ALREADY_ENROLLED, not: ${refusals.join(', ')}.`,
    );
  const entries = new Map(state.logged.map((entry) => [entry.enrollment_id, entry.action]));
  const unlogged = state.enrollments.filter(({ id, status }) => entries.get(id) !== `patient_${status}`);
  if (unlogged.length > 0 || state.logged.length !== kept.size)
    problems.push(
      `The log has ${state.logged.length} entries for ${kept.size} enrollments; ${unlogged.length} lack theirs.`,
    );
  return problems;
}
