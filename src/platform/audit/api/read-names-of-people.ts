import { supabase } from '@/platform/supabase/client';

/** As many as the server names at once. */
const STEP = 500;

/** Who people are by their id, former members whom the logs name included. */
export async function readNamesOfPeople(organizationId: string, userIds: readonly string[]) {
  const ids = [...new Set(userIds)];
  const steps = Array.from({ length: Math.ceil(ids.length / STEP) }, (_, step) =>
    ids.slice(step * STEP, (step + 1) * STEP),
  );
  const answers = await Promise.all(
    steps.map((some) =>
      supabase.rpc('pf_names_of_people', { organization_id: organizationId, user_ids: some }).throwOnError(),
    ),
  );
  return new Map(answers.flatMap(({ data }) => data.map((person) => [person.user_id, person] as const)));
}

export type NamedPeople = Awaited<ReturnType<typeof readNamesOfPeople>>;
