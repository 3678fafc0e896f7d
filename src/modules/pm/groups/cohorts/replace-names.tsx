import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { withReplacedNames } from './cohort-model';
import { countMatches } from './name-count';
import type { Cohort } from './use-cohort';

/** Other words in all names at once: "Spring" becomes "Summer". */
export function ReplaceNames({ cohort: { draft, setDraft, planned } }: { cohort: Cohort }) {
  const [find, setFind] = useState('');
  const [replacement, setReplacement] = useState('');
  const matches = countMatches(
    planned.map(({ name }) => name),
    find,
  );

  function replace() {
    setDraft(withReplacedNames(draft, planned, find, replacement));
    setFind('');
    setReplacement('');
  }

  return (
    <Group
      component="form"
      align="flex-end"
      gap="sm"
      onSubmit={(event) => {
        event.preventDefault();
        if (matches > 0) replace();
      }}
    >
      <TextInput
        label="Find in names"
        value={find}
        maxLength={100}
        onChange={(event) => setFind(event.currentTarget.value)}
        w={{ base: '100%', xs: 180 }}
      />
      <TextInput
        label="Replace with"
        value={replacement}
        maxLength={100}
        onChange={(event) => setReplacement(event.currentTarget.value)}
        w={{ base: '100%', xs: 180 }}
      />
      <Button type="submit" variant="default" disabled={matches === 0}>
        {find === '' ? 'Replace' : `Replace in ${matches} ${matches === 1 ? 'name' : 'names'}`}
      </Button>
    </Group>
  );
}
