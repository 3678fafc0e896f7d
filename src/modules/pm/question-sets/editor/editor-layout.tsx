import { Button, Group, SegmentedControl, Stack } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { Link } from 'react-router';
import { FormProblem } from '@/platform/ui';
import { BandFields } from './band-fields';
import type { Draft } from './draft';
import { DraftPreview } from './draft-preview';
import classes from './editor.module.css';
import { MaterialFields } from './material-fields';
import { QuestionList } from './question-list';
import { SetFields } from './set-fields';
import { useShowingProblems } from './use-showing-problems';

interface EditorLayoutProps {
  submitLabel: string;
  backTo: string;
  onSave: (draft: Draft) => Promise<void>;
  outlook?: ReactNode;
}

const VIEWS = [
  { value: 'edit', label: 'Edit' },
  { value: 'preview', label: 'Preview' },
];

/** The fields with a preview beside them, or, on a narrow screen, in their place. */
export function EditorLayout({ submitLabel, backTo, onSave, outlook }: EditorLayoutProps) {
  const [shown, setShown] = useState('edit');
  const { handleSubmit, formState } = useFormContext<Draft>();
  const showProblems = useShowingProblems();
  return (
    <div data-shown={shown} className={classes.editor}>
      <SegmentedControl
        className={classes.switch}
        aria-label="What is shown"
        data={VIEWS}
        value={shown}
        onChange={setShown}
        fullWidth
      />
      <form onSubmit={handleSubmit(onSave, showProblems)} noValidate className={classes.edit}>
        <Stack gap="xl">
          <SetFields />
          <QuestionList />
          <BandFields />
          <MaterialFields />
          {outlook}
          <FormProblem message={formState.errors.root?.message} />
          <Group>
            <Button type="submit" loading={formState.isSubmitting}>
              {submitLabel}
            </Button>
            <Button variant="default" component={Link} to={backTo}>
              Cancel
            </Button>
          </Group>
        </Stack>
      </form>
      <div className={classes.preview}>
        <DraftPreview />
      </div>
    </div>
  );
}
