import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { QuestionSet } from '../api/get-question-set';
import { useAnswerCount } from '../api/get-usage';
import { saveSentence } from './save-sentence';
import { useDraftContent } from './use-draft-content';

/** Says what saving will do: change this version, or make the next one because this one has been answered. */
export function SaveOutlook({ questionSet }: { questionSet: QuestionSet }) {
  const answers = useAnswerCount(questionSet.id);
  const content = useDraftContent();
  const sentence = useMemo(() => saveSentence(questionSet, content, answers), [questionSet, content, answers]);
  return (
    <div role="status">
      {sentence && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />}>
          {sentence}
        </Alert>
      )}
    </div>
  );
}
