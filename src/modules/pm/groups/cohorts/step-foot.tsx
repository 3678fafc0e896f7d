import { Button, Group } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { stepBeside } from './cohort-address';
import classes from './cohorts.module.css';
import type { Cohort } from './use-cohort';

interface StepFootProps {
  cohort: Cohort;
  /** Whether the step's fields can be left as they are; the first that cannot gets the focus. */
  isSound?: boolean;
  /** In place of Next. */
  action?: ReactNode;
  /** Beside the buttons. */
  children?: ReactNode;
}

/** The way on and back; always at hand at the bottom of the window. */
export function StepFoot({ cohort: { step, goTo, sources }, isSound = true, action, children }: StepFootProps) {
  const { slug } = useOrganization();
  const before = stepBeside(step, -1);
  const after = stepBeside(step, 1);

  function next() {
    const wrong = document.querySelector<HTMLElement>('#content [aria-invalid="true"]');
    if (!isSound && wrong) wrong.focus();
    else if (isSound && after) goTo(after);
  }

  return (
    <Group className={classes.foot} gap="sm">
      {before ? (
        <Button variant="default" leftSection={<IconArrowLeft size={16} aria-hidden />} onClick={() => goTo(before)}>
          Back
        </Button>
      ) : (
        <Button variant="default" component={Link} to={`/o/${slug}/pm/groups`}>
          Cancel
        </Button>
      )}
      {action ?? (
        <Button rightSection={<IconArrowRight size={16} aria-hidden />} onClick={next} disabled={sources.length === 0}>
          Next
        </Button>
      )}
      {children}
    </Group>
  );
}
