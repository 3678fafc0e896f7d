import { z } from 'zod';

/** Who may create a group's sessions; each of them needs pm.group_schedule.create besides. */
export const CREATION_PERMISSIONS = ['all_members', 'owner', 'admin'] as const;

export type CreationPermission = (typeof CREATION_PERMISSIONS)[number];

/** A time of the week, on the organization's wall clock. */
export interface TimeSlot {
  /** 1 to 7, Monday is 1. */
  days: number[];
  /** `HH:MM` */
  start: string;
  /** `HH:MM`, at most `24:00`. */
  end: string;
}

/** What a group asks of its sessions, in the words of its columns. */
export interface SessionPolicy {
  session_creation_permission: CreationPermission;
  session_approval_required: boolean;
  /** How long before its start a session is put on the calendar at the latest. */
  advance_notice_hours: number;
  /** Empty for any time. */
  allowed_time_slots: TimeSlot[];
}

/** As the group's row has it. */
export const sessionPolicySchema: z.ZodType<SessionPolicy, unknown> = z.object({
  session_creation_permission: z.enum(CREATION_PERMISSIONS),
  session_approval_required: z.boolean(),
  advance_notice_hours: z.number(),
  allowed_time_slots: z.array(z.object({ days: z.array(z.number()), start: z.string(), end: z.string() })),
});
