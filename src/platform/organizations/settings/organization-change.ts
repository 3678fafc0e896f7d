import type * as z from 'zod';
import type { OrganizationChange } from '../api/update-organization';
import type { organizationFieldsSchema } from './organization-settings.schema';

type OrganizationFields = z.output<typeof organizationFieldsSchema>;

/**
 * What to save of the form: the fields that the person has touched, and no others, so that a form which has been open for a
 * while does not put back the name or the time zone that somebody else has changed since.
 */
export function organizationChange(
  { name, timezone, idle_minutes, roster_names }: OrganizationFields,
  touched: Partial<Record<keyof OrganizationFields, boolean>>,
): OrganizationChange {
  return {
    ...(touched.name && { name }),
    ...(touched.timezone && { timezone }),
    settings: {
      ...(touched.idle_minutes && { idle_minutes }),
      ...(touched.roster_names && { roster_names }),
    },
  };
}
