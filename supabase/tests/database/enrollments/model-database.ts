import type pg from 'pg';
import { commitAsUser } from '../../support/database.ts';
import { toRefusal } from '../../support/refusal.ts';
import { rpc } from '../../support/rpc.ts';
import type { Command, CommandActor } from './model-commands.ts';
import type { Outcome } from './model-reference.ts';

/** The two groups of one run, with what the commands' numbers stand for. */
export interface Run {
  organizationId: string;
  groupIds: [string, string];
  patients: string[];
  /** For each group its enrollments' ids in the order in which they were made. */
  enrollments: [string[], string[]];
  users: Record<CommandActor, string>;
}

const updateStatus = 'update public.pm_group_enrollments set status = $2 where id = $1';

async function perform(client: pg.ClientBase, run: Run, command: Command, place = -1): Promise<number | null> {
  const group_definition_id = run.groupIds[command.group];
  const enrollment_id = run.enrollments[command.group][place];
  const patientId = (number: number) => run.patients[number];
  const call = async (name: string, values: Record<string, unknown>) => {
    await rpc(client, name, values);
    return 1;
  };
  const update = async (sql: string, values: unknown[]) => (await client.query(sql, values)).rowCount;
  const insert = (patients: number[]) =>
    update(
      `insert into public.pm_group_enrollments (organization_id, group_definition_id, patient_id)
       select $1, $2, chosen from unnest($3::uuid[]) chosen`,
      [run.organizationId, group_definition_id, patients.map(patientId)],
    );
  switch (command.kind) {
    case 'enroll':
      if (command.way === 'rest') return insert([command.patient]);
      return call('pm_enroll_patient', {
        group_definition_id,
        patient_id: patientId(command.patient),
        on_full: command.onFull,
      });
    case 'enroll many':
      if (command.way === 'rest') return insert(command.patients);
      return call('pm_bulk_enroll_patients', { group_definition_id, patient_ids: command.patients.map(patientId) });
    case 'disenroll':
      if (command.way === 'rest') return update(updateStatus, [enrollment_id, 'disenrolled']);
      return call('pm_disenroll_patient', { enrollment_id });
    case 'promote':
      if (command.way === 'rest') return update(updateStatus, [enrollment_id, 'enrolled']);
      return call('pm_promote_enrollment', { enrollment_id });
    case 'put back on the waitlist':
      return update(updateStatus, [enrollment_id, 'waitlisted']);
    case 'delete':
      return call('pm_delete_enrollment', { enrollment_id });
    case 'restore':
      return call('pm_restore_enrollment', { enrollment_id });
    case 'move':
      return call('pm_move_on_waitlist', { enrollment_id, rank: command.rank });
    case 'hold':
      return call('pm_hold_on_waitlist', { enrollment_id, reason: command.reason });
    case 'release':
      return call('pm_release_from_hold', { enrollment_id });
    case 'transfer':
      return call('pm_transfer_enrollment', {
        enrollment_id,
        group_definition_id: run.groupIds[command.group === 0 ? 1 : 0],
        on_full: command.onFull,
      });
    case 'set capacity':
      return update('update public.pm_group_definitions set max_capacity = $2 where id = $1', [
        group_definition_id,
        command.to,
      ]);
    case 'set status':
      return update('update public.pm_group_definitions set status = $2 where id = $1', [
        group_definition_id,
        command.to,
      ]);
    case 'delete group':
      return call('pm_delete_group_definition', { group_definition_id });
    case 'restore group':
      return call('pm_restore_group_definition', { group_definition_id });
    case 'delete patient':
      return call('pm_delete_patient', { patient_id: patientId(command.patient) });
    case 'restore patient':
      return call('pm_restore_patient', { patient_id: patientId(command.patient) });
  }
}

/** Does the command in Postgres as its actor, committed, and says what the actor met. */
export async function applyToDatabase(
  pool: pg.Pool,
  run: Run,
  command: Command,
  place: number | undefined,
): Promise<Outcome> {
  if ('pick' in command && place === undefined) return 'nobody to pick';
  try {
    const rows = await commitAsUser(pool, run.users[command.actor], (client) => perform(client, run, command, place));
    return rows === 0 ? 'hidden' : 'done';
  } catch (error) {
    return toRefusal(error).code;
  }
}
