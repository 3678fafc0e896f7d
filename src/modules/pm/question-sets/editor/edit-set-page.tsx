import { useState } from 'react';
import { Navigate, useNavigate, useParams } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, RequirePermission } from '@/platform/permissions';
import { notifyDone, PageHeader } from '@/platform/ui';
import type { QuestionSet } from '../api/get-question-set';
import { useSaveQuestionSet } from '../api/save-question-set';
import { SetLoader } from '../detail/set-loader';
import type { QuestionSetContent } from '../questions.schema';
import { ChangedNotice } from './changed-notice';
import { draftFrom } from './draft-model';
import { SaveOutlook } from './save-outlook';
import { SetForm } from './set-form';

/** /o/:slug/pm/question-sets/:questionSetId/edit; an earlier version is only to be read. */
export function EditSetPage() {
  const { questionSetId = '' } = useParams();
  return (
    <RequirePermission permission={PM_PERMISSIONS.QUESTION_SETS_EDIT}>
      <SetLoader key={questionSetId} questionSetId={questionSetId} staysOpen>
        {(questionSet, isThere) => <EditSet questionSet={questionSet} isThere={isThere} />}
      </SetLoader>
    </RequirePermission>
  );
}

/** `questionSet` follows the server while the form is open; what the form began with does not. */
function EditSet({ questionSet, isThere }: { questionSet: QuestionSet; isThere: boolean }) {
  const library = `/o/${useOrganization().slug}/pm/question-sets`;
  const detail = `${library}/${questionSet.id}`;
  const navigate = useNavigate();
  const saving = useSaveQuestionSet();
  const [begun] = useState(questionSet);

  async function save(content: QuestionSetContent) {
    const { id, title, version } = await saving.mutateAsync({
      ...{ questionSetId: begun.id, content },
      // Told of what somebody else has saved meanwhile (ChangedNotice), one may replace it.
      seenAt: questionSet.updated_at,
    });
    const isNew = version !== begun.version;
    return () => {
      navigate(`${library}/${id}`, { replace: true });
      notifyDone({ message: isNew ? `${title} is now in version ${version}.` : `${title} was saved.` });
    };
  }

  if (begun.superseded_at !== null) return <Navigate to={detail} replace />;
  return (
    <>
      <PageHeader
        title={`Edit ${begun.title}`}
        breadcrumbs={[
          { label: 'Question sets', to: library },
          { label: begun.title, to: detail },
        ]}
      />
      <SetForm
        defaultValues={draftFrom(begun)}
        submitLabel="Save changes"
        backTo={detail}
        onSubmit={save}
        outlook={
          <>
            <ChangedNotice begun={begun} stored={isThere ? questionSet : null} />
            <SaveOutlook questionSet={begun} />
          </>
        }
      />
    </>
  );
}
