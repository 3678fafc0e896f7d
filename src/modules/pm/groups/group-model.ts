import { GROUP_TYPE_KEYS } from '@/platform/ui';
import type { Group } from './api/get-group';
import type { GroupFormInput, GroupFormValues } from './group.schema';
import { GROUP_STATUSES } from './list-state';

/** The columns that the form writes; policies of sessions have a place of their own. */
export type GroupPayload = Omit<GroupFormValues, 'description' | 'location' | 'recurrence_rule'> & {
  description: string | null;
  location: string | null;
  recurrence_rule: string | null;
};

/** A new group before anything is filled in; the capacity is the database's own default. */
export const NEW_GROUP: GroupFormInput = {
  name: '',
  description: '',
  group_type: 'therapy',
  facilitator_id: null,
  co_facilitator_id: null,
  location: '',
  max_capacity: 20,
  min_capacity: null,
  duration_minutes: null,
  recurrence_rule: '',
  time_period: null,
  start_date: null,
  end_date: null,
  status: 'active',
};

/** What the form shows of a group. */
export function formValues(group: Group): GroupFormInput {
  return {
    name: group.name,
    description: group.description ?? '',
    group_type: GROUP_TYPE_KEYS.find((type) => type === group.group_type) ?? 'other',
    facilitator_id: group.facilitator_id,
    co_facilitator_id: group.co_facilitator_id,
    location: group.location ?? '',
    max_capacity: group.max_capacity,
    min_capacity: group.min_capacity,
    duration_minutes: group.duration_minutes,
    recurrence_rule: group.recurrence_rule ?? '',
    time_period: group.time_period === 'AM' || group.time_period === 'PM' ? group.time_period : null,
    start_date: group.start_date,
    end_date: group.end_date,
    status: GROUP_STATUSES.find((status) => status === group.status) ?? 'active',
  };
}

/** What is sent: an empty text is no text. */
export function toPayload(values: GroupFormValues): GroupPayload {
  return {
    ...values,
    description: values.description || null,
    location: values.location || null,
    recurrence_rule: values.recurrence_rule || null,
  };
}

/** The columns that differ, so that two people who edit different fields at once do not undo each other's work. */
export function changedColumns(before: GroupPayload, after: GroupPayload): Partial<GroupPayload> {
  const changed = Object.entries(after).filter(([column, value]) => Reflect.get(before, column) !== value);
  return Object.fromEntries(changed);
}
