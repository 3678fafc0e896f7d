import { Temporal } from 'temporal-polyfill';
import { at } from '../../support/at.ts';
import type { Desk } from '../../support/front-desk.ts';
import { createSession, insertRow } from '../../support/records.ts';
import { datesOf, instantOf, type PlacedWorld } from './program-reference.ts';
import type { ProgramWorld } from './program-worlds.ts';

export interface ProgramClinic {
  patients: string[];
  groups: string[];
  sessions: string[];
}

/** The world with its week on the calendar of the clinic's zone, seen from now. */
export function placed(world: ProgramWorld): PlacedWorld {
  const now = Temporal.Now.instant();
  const today = now.toZonedDateTimeISO(world.zone).toPlainDate();
  const monday =
    typeof world.week === 'string'
      ? Temporal.PlainDate.from(world.week)
      : today.subtract({ days: today.dayOfWeek - 1 }).add({ days: 7 * world.week });
  return { ...world, monday, now };
}

/** Puts the world into the desk's organization, past included, as the database's owner. */
export async function fillClinic(desk: Desk, world: PlacedWorld): Promise<ProgramClinic> {
  const { pool, clinic } = desk;
  const day = (days: number) => world.monday.add({ days }).toString();
  const patients = await desk.patients(3);
  const groups: string[] = [];
  for (const group of world.groups) {
    const { firstDay, lastDay } = datesOf(group);
    const dates = {
      start_date: firstDay === null ? null : day(firstDay),
      end_date: lastDay === null ? null : day(lastDay),
    };
    groups.push(await desk.group(100, { name: `Group ${groups.length}`, group_type: group.type, ...dates }));
  }
  for (const seat of world.seats) {
    const id = await insertRow(pool, 'pm_group_enrollments', {
      ...{
        organization_id: clinic.id,
        group_definition_id: at(groups, seat.group),
        patient_id: at(patients, seat.patient),
      },
      starts_on: day(seat.startsOn),
    });
    if (seat.left) {
      await pool.query("update public.pm_group_enrollments set status = 'disenrolled' where id = $1", [id]);
      const left = instantOf(world, ...seat.left).toString();
      await pool.query('update public.pm_group_enrollments set disenrolled_at = $2 where id = $1', [id, left]);
    }
    if (seat.isDeleted)
      await pool.query('update public.pm_group_enrollments set deleted_at = now() where id = $1', [id]);
  }
  const sessions: string[] = [];
  for (const { group, day: date, startHour, hours, state } of world.sessions) {
    const hour = (value: number) => `${String(value).padStart(2, '0')}:00`;
    sessions.push(
      await createSession(pool, clinic.id, at(groups, group), {
        ...{ session_date: day(date), start_time: hour(startHour), end_time: hour(startHour + hours) },
        status: state === 'pending' ? 'scheduled' : state,
        approval_status: state === 'pending' ? 'pending' : 'approved',
        cancellation_reason: state === 'cancelled' ? 'Snow' : null,
      }),
    );
  }
  for (const { session, patient, isDropIn, status, minutes } of world.participants) {
    const session_id = sessions[session];
    if (session_id === undefined) continue;
    const wasThere = status === 'present' || status === 'late' || status === 'left_early';
    await insertRow(pool, 'pm_session_participants', {
      ...{ organization_id: clinic.id, session_id, patient_id: at(patients, patient), is_drop_in: isDropIn },
      ...{ attendance_status: status, minutes: wasThere ? minutes : null },
    });
  }
  for (const [index, { isActive, isDeleted, capacity }] of world.groups.entries()) {
    await pool.query(
      `update public.pm_group_definitions set status = $2, max_capacity = $3, deleted_at = case when $4 then now() end where id = $1`,
      [at(groups, index), isActive ? 'active' : 'inactive', capacity, isDeleted],
    );
  }
  return { patients, groups, sessions };
}
