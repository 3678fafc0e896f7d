import { useNavigate, useSearchParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import { useCreateQuestionSet } from '../api/create-question-set';
import { SetLoader } from '../detail/set-loader';
import type { QuestionSetContent } from '../questions.schema';
import type { Draft } from './draft';
import { copyOf, EMPTY_DRAFT } from './draft-model';
import { SetForm } from './set-form';

/** /o/:slug/pm/question-sets/new, with `?copy=` the id of the set to begin with. */
export function NewSetPage() {
  const [params] = useSearchParams();
  const copied = params.get('copy');
  return (
    <RequirePermission permission={PM_PERMISSIONS.QUESTION_SETS_CREATE}>
      {copied === null ? (
        <NewSet key="new" draft={EMPTY_DRAFT} />
      ) : (
        <SetLoader questionSetId={copied}>{(source) => <NewSet key={copied} draft={copyOf(source)} />}</SetLoader>
      )}
    </RequirePermission>
  );
}

function NewSet({ draft }: { draft: Draft }) {
  const library = `/o/${useOrganization().slug}/pm/question-sets`;
  const navigate = useNavigate();
  const creation = useCreateQuestionSet();

  async function save(content: QuestionSetContent) {
    const { id, title } = await creation.mutateAsync(content);
    return () => {
      navigate(`${library}/${id}`, { replace: true });
      notifyDone({ message: `${title} is in the library.` });
    };
  }

  return (
    <>
      <PageHeader title="New question set" breadcrumbs={[{ label: 'Question sets', to: library }]} />
      <SetForm defaultValues={draft} submitLabel="Create question set" backTo={library} onSubmit={save} />
    </>
  );
}
