import { useMutation } from '@tanstack/react-query';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import type { CalendarFile } from '../calendar-file';

/** The sessions as iCalendar text (RFC 5545), without any patient's name. */
async function getCalendarFile(organizationId: string, file: CalendarFile): Promise<string> {
  const { data } = await supabase
    .rpc('pm_calendar_file', {
      organization_id: organizationId,
      ...(file.kind === 'session' && { session_id: file.session.id }),
      ...(file.kind === 'group' && { group_definition_id: file.groupId }),
      ...(file.kind === 'mine' && { mine: true }),
    })
    .throwOnError();
  return data;
}

/** Not a query: what is downloaded is asked for anew each time, and not kept. */
export function useCalendarFile() {
  const { id } = useOrganization();
  return useMutation({ mutationFn: (file: CalendarFile) => getCalendarFile(id, file), gcTime: 0 });
}
