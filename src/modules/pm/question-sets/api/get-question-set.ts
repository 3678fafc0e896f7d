import { queryOptions, useQuery } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { useOrganization } from '@/platform/organizations';
import { supabase } from '@/platform/supabase/client';
import { questionSetContentSchema } from '../questions.schema';
import { questionSetKeys } from './keys';

const COLUMNS =
  'id, title, description, source, scoring, questions, bands, materials, version, previous_version_id, superseded_at, created_at, updated_at';

const questionSetSchema = z.extend(questionSetContentSchema, {
  id: z.string(),
  version: z.number(),
  previous_version_id: z.nullable(z.string()),
  superseded_at: z.nullable(z.string()),
  created_at: z.string(),
  updated_at: z.string(),
});

export type QuestionSet = z.output<typeof questionSetSchema>;

/** One version of a question set; null when there is none, it was deleted, or the address is not an id. */
async function getQuestionSet(organizationId: string, questionSetId: string): Promise<QuestionSet | null> {
  if (!z.uuid().safeParse(questionSetId).success) return null;
  const { data } = await supabase
    .from('pm_question_sets')
    .select(COLUMNS)
    .eq('organization_id', organizationId)
    .eq('id', questionSetId)
    .maybeSingle()
    .throwOnError();
  return data && questionSetSchema.parse(data);
}

export function questionSetQueryOptions(organizationId: string, questionSetId: string) {
  return queryOptions({
    queryKey: questionSetKeys.detail(organizationId, questionSetId),
    queryFn: () => getQuestionSet(organizationId, questionSetId),
  });
}

/** The question set, or null when it does not exist (any more). `enabled: false` asks nothing. */
export function useQuestionSet(questionSetId: string, { enabled = true } = {}) {
  return useQuery({ ...questionSetQueryOptions(useOrganization().id, questionSetId), enabled });
}
