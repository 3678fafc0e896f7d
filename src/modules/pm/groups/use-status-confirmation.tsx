import { Button, Group, List, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { statusLook } from '@/platform/ui';
import { type GroupStatus, STATUS_MEANING } from './status-meaning';

interface Question {
  groupName: string;
  to: GroupStatus;
  /** What it does to whom, a sentence each. */
  consequences: readonly string[];
}

/**
 * Asks before a group with patients or sessions gets another status. Answers the dialog to put into the page, and a
 * function that asks and resolves with the decision.
 */
export function useStatusConfirmation() {
  const [asked, setAsked] = useState<(Question & { answer: (decision: boolean) => void }) | null>(null);

  function ask(question: Question): Promise<boolean> {
    return new Promise((answer) => setAsked({ ...question, answer }));
  }

  function decide(decision: boolean) {
    asked?.answer(decision);
    setAsked(null);
  }

  const look = asked && statusLook('group', asked.to).label.toLowerCase();
  const dialog = (
    <Modal opened={asked !== null} onClose={() => decide(false)} title={`Set the group to ${look}?`}>
      {asked && (
        <Stack>
          <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
            <b>{asked.groupName}</b>
          </Text>
          <Text size="sm">{STATUS_MEANING[asked.to]}</Text>
          <List size="sm" spacing={4}>
            {asked.consequences.map((sentence) => (
              <List.Item key={sentence}>{sentence}</List.Item>
            ))}
          </List>
          <Group justify="flex-end">
            <Button variant="default" onClick={() => decide(false)} data-autofocus>
              Back to the form
            </Button>
            <Button onClick={() => decide(true)}>Set to {look}</Button>
          </Group>
        </Stack>
      )}
    </Modal>
  );
  return { dialog, ask };
}
