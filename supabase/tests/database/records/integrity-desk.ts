import type { TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { addMember, addRole } from '../../support/organization.ts';

export interface Finding {
  check_key: string;
  severity: string;
  entity: string;
  entity_id: string;
  group_definition_id: string | null;
  patient_id: string | null;
  detail: string;
  is_fixable: boolean;
  is_fixed: boolean;
}

/** A desk with somebody who may check and repair, and nothing else. */
export interface IntegrityDesk {
  desk: Desk;
  auditor: string;
  /** What is found, as the auditor. */
  check(fix?: boolean): Promise<Finding[]>;
  /** What the two logs have of repairs, with the check's key, oldest first. */
  repairs(): Promise<{ check: string; performed_by: string | null; id: string }[]>;
}

export async function openIntegrityDesk(database: TestDatabase): Promise<IntegrityDesk> {
  const desk = await openDesk(database);
  const { id } = desk.clinic;
  const role = await addRole(desk.pool, id, 'auditor', ['pf.audit_log.view', 'pf.organization.edit']);
  const auditor = await addMember(desk.pool, id, role, 'The Auditor');
  return {
    ...{ desk, auditor },
    check: (fix = false) => desk.list<Finding>('pm_validate_integrity', { organization_id: id, fix }, auditor),
    repairs: async () => {
      const { rows } = await desk.pool.query(
        `select metadata ->> 'check' as check, performed_by,
           coalesce(metadata ->> 'enrollment_id', metadata ->> 'session_id', group_definition_id::text) as id
         from public.pm_group_activity_log where organization_id = $1 and action = 'integrity_repaired'
         union all
         select changes #>> '{integrity,to}', performed_by, target ->> 'id'
         from public.pf_audit_log where organization_id = $1 and action = 'repair'`,
        [id],
      );
      return rows;
    },
  };
}
