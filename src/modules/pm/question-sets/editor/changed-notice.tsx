import { Alert, Anchor } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useFormState } from 'react-hook-form';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import type { QuestionSet } from '../api/get-question-set';
import type { Draft } from './draft';

interface ChangedNoticeProps {
  /** What the form began with. */
  begun: QuestionSet;
  /** What is stored now; null when the set was archived. */
  stored: QuestionSet | null;
}

/** Says that somebody else has saved or archived the set while it is being edited, before one overwrites the other. */
export function ChangedNotice({ begun, stored }: ChangedNoticeProps) {
  const { slug } = useOrganization();
  // One's own saving changes it as well.
  const { isSubmitting, isSubmitSuccessful } = useFormState<Draft>();
  const problem = isSubmitting || isSubmitSuccessful ? null : changeSentence(begun, stored);
  if (problem === null) return null;
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title="Changed by somebody else">
      {problem}{' '}
      <Anchor
        component={Link}
        to={`/o/${slug}/pm/question-sets${stored ? `/${begun.id}` : '?show=archived'}`}
        target="_blank"
        inherit
        underline="always"
      >
        {stored ? 'See what is stored (new tab)' : 'See the archive (new tab)'}
      </Anchor>
    </Alert>
  );
}

/** What others did to a set since the form began, and what saving would do; null for nothing. */
export function changeSentence(begun: QuestionSet, stored: QuestionSet | null): string | null {
  if (stored === null) return 'This set was archived while you edited it. Restore it before you save.';
  if (stored.superseded_at !== null) {
    return `Version ${begun.version} was replaced while you edited it. Your changes can no longer be saved here: copy what you need into the latest version.`;
  }
  if (stored.updated_at === begun.updated_at) return null;
  return 'Changes were saved since you opened this page. Saving replaces them with yours.';
}
