import { Stepper, Text, Title } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { ErrorState, ListSkeleton } from '@/platform/ui';
import type { Outcome } from './clone-differences';
import { CLONE_STEPS, type CloneStep } from './cohort-address';
import { LeftOutGroups } from './left-out-groups';
import { StepChoose } from './step-choose';
import { StepDates } from './step-dates';
import { StepDetails } from './step-details';
import { StepPreview } from './step-preview';
import type { Cohort } from './use-cohort';

const STEP_WORDS: Readonly<Record<CloneStep, { label: string; title: string }>> = {
  choose: { label: 'Groups', title: 'Which groups?' },
  dates: { label: 'Dates', title: 'When does the next cycle run?' },
  details: { label: 'Names and people', title: 'Names, capacity, and what comes along' },
  preview: { label: 'Preview', title: 'What will be made' },
};

interface CohortWizardProps {
  cohort: Cohort;
  onMade: (outcome: Outcome) => void;
}

/** The steps to a new cohort, one at a time. */
export function CohortWizard({ cohort, onMade }: CohortWizardProps) {
  const { step, goTo, chosen } = cohort;
  const onPhone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false });
  const heading = useFocusOnStep(step);
  const active = CLONE_STEPS.indexOf(step);
  return (
    <>
      {onPhone ? (
        <Text size="sm" c="dimmed" mb="xs">
          Step {active + 1} of {CLONE_STEPS.length}
        </Text>
      ) : (
        <Stepper
          active={active}
          onStepClick={(index) => goTo(CLONE_STEPS[index] ?? 'choose')}
          allowNextStepsSelect={false}
          size="sm"
          mb="lg"
          maw={820}
        >
          {CLONE_STEPS.map((each) => (
            <Stepper.Step key={each} label={STEP_WORDS[each].label} />
          ))}
        </Stepper>
      )}
      <Title ref={heading} order={2} mb="md" tabIndex={-1} style={{ outline: 'none' }}>
        {STEP_WORDS[step].title}
      </Title>
      {chosen.error && !chosen.data ? (
        <ErrorState error={chosen.error} onRetry={chosen.refetch} />
      ) : !chosen.data ? (
        <ListSkeleton rows={6} />
      ) : (
        <>
          <LeftOutGroups cohort={cohort} />
          <Step cohort={cohort} onMade={onMade} />
        </>
      )}
    </>
  );
}

function Step({ cohort, onMade }: CohortWizardProps) {
  if (cohort.step === 'choose') return <StepChoose cohort={cohort} />;
  if (cohort.step === 'dates') return <StepDates cohort={cohort} />;
  if (cohort.step === 'details') return <StepDetails cohort={cohort} />;
  return <StepPreview cohort={cohort} onMade={onMade} />;
}

/** The heading of the step; when the step changes it gets the focus, so that a screen reader begins there. */
function useFocusOnStep(step: CloneStep) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(step);
  useEffect(() => {
    if (before.current === step) return;
    before.current = step;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [step]);
  return heading;
}
