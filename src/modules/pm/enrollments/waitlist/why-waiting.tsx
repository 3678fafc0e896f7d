import { Text } from '@mantine/core';
import { IconPlayerPause } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { useHolders } from '../api/get-holders';
import { usePatientNames } from '../api/get-patient-names';
import { isHeld, type WaitingEntry } from '../roster-model';
import { usePerformerNames } from '../use-performer-names';
import { passedOverSentence, whySentence } from './wait-sentences';
import classes from './waitlist.module.css';

interface WaitWordsOptions {
  groupId: string;
  waiting: readonly WaitingEntry[];
}

/** A function from somebody who waits to the sentences that explain it; names are read once for the whole list. */
export function useWaitWords({ groupId, waiting }: WaitWordsOptions) {
  const { timezone } = useOrganization();
  const performerOf = usePerformerNames();
  const { data: holders } = useHolders(groupId, waiting.some(isHeld));
  const nameOf = usePatientNames(
    waiting.flatMap(({ wait }) => (wait?.passed_over ?? []).slice(0, 1).map(({ patient_id }) => patient_id)),
  );
  return ({ wait, patient_id }: WaitingEntry) => {
    if (!wait) return null;
    const holder = holders?.get(patient_id);
    return {
      why: whySentence(wait, { timezone, holder: holder === undefined ? undefined : performerOf(holder) }),
      passedOver: passedOverSentence(wait, { timezone, nameOf, performerOf }),
    };
  };
}

export type WaitWords = ReturnType<typeof useWaitWords>;

/** Why somebody has no seat yet, and whether others got one first. */
export function WhyWaiting({ entry, words }: { entry: WaitingEntry; words: WaitWords }) {
  const said = words(entry);
  if (!said) return null;
  return (
    <>
      <Text size="xs" component="div" mt={2} style={{ overflowWrap: 'anywhere' }}>
        {isHeld(entry) && <IconPlayerPause size={13} className={classes.held} aria-hidden />}
        {said.why}
      </Text>
      {said.passedOver && (
        <Text size="xs" c="dimmed" component="div" mt={2} style={{ overflowWrap: 'anywhere' }}>
          {said.passedOver}
        </Text>
      )}
    </>
  );
}
