import { Text } from '@mantine/core';
import { patientsWord, sessionsWord } from '../list-words';
import type { Clone } from './clone-answer.schema';

/** All groups in one sentence: "4 groups, 32 patients with a seat, 3 on waitlists, 96 sessions." */
export function PreviewSummary({ clones, isMade = false }: { clones: readonly Clone[]; isMade?: boolean }) {
  const sum = (figure: (clone: Clone) => number) => clones.reduce((total, clone) => total + figure(clone), 0);
  const seated = sum(({ cloned_patients }) => cloned_patients);
  const waiting = sum(({ waitlisted_patients }) => waitlisted_patients);
  const sessions = sum(({ sessions: { created } }) => created);
  const skipped = sum((clone) => clone.sessions.skipped.length);
  const warned = clones.filter(({ warnings }) => warnings.length > 0).length;
  return (
    <div role="status">
      <Text fw={500}>
        {[
          clones.length === 1 ? '1 group' : `${clones.length} groups`,
          seated > 0 && `${patientsWord(seated)} with a seat`,
          waiting > 0 && `${waiting} on ${clones.length === 1 ? 'the waitlist' : 'waitlists'}`,
          sessions > 0 && sessionsWord(sessions),
          skipped > 0 && `${sessionsWord(skipped)} left out`,
        ]
          .filter(Boolean)
          .join(', ')}
        .
      </Text>
      {!isMade && (
        <Text size="sm" c="dimmed">
          {warned === 0
            ? 'Nothing stands in the way.'
            : warned === 1
              ? '1 group needs a look: see below.'
              : `${warned} groups need a look: see below.`}
        </Text>
      )}
    </div>
  );
}
