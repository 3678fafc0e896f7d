import { useMutation, useQueryClient } from '@tanstack/react-query';
import type * as z from 'zod';
import { supabase } from '@/platform/supabase/client';
import type { organizationSchema } from '../organization.schema';

/** Makes an organization whose administrator is the signed-in person; answers its row. */
async function createOrganization(organization: z.output<typeof organizationSchema>) {
  const { data } = await supabase.rpc('pf_create_organization', organization).throwOnError();
  return data;
}

export function useCreateOrganization() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: createOrganization,
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['memberships'] }),
  });
}
