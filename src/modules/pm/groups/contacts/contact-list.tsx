import { Group, Stack, Text, Title } from '@mantine/core';
import { useLocalStorage } from '@mantine/hooks';
import { type Contact, isUnreachable } from './contact';
import classes from './contact-list.module.css';
import { ContactRow } from './contact-row';

interface ContactListProps {
  contacts: readonly Contact[];
  /** Names what there is to tell: who was told is kept under it, on this device. */
  matter: string;
}

/** People to be told something, with the ways to reach them, to be checked off. Ids alone are kept, on this device. */
export function ContactList({ contacts, matter }: ContactListProps) {
  const [told, setTold] = useLocalStorage<string[]>({
    key: `quorum.told.${matter}`,
    defaultValue: [],
    getInitialValueInEffect: false,
  });
  const count = contacts.filter(({ id }) => told.includes(id)).length;
  const unreachable = contacts.filter(isUnreachable);
  const toggle = (id: string) => setTold(told.includes(id) ? told.filter((other) => other !== id) : [...told, id]);
  return (
    <Stack gap="sm">
      <Group justify="space-between" gap="xs" align="baseline">
        <Title order={2}>Patients</Title>
        <Text size="sm" role="status">
          {`${count} of ${contacts.length} told`}
        </Text>
      </Group>
      <ul className={classes.list}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            isTold={told.includes(contact.id)}
            onToggle={() => toggle(contact.id)}
          />
        ))}
      </ul>
      {unreachable.length > 0 && (
        <Text size="sm">
          {unreachable.length === 1
            ? '1 patient has neither phone nor e-mail on record.'
            : `${unreachable.length} patients have neither phone nor e-mail on record.`}
        </Text>
      )}
      <Text size="xs" c="dimmed" data-screen-only>
        Who was told is kept on this device only, and colleagues do not see it.
      </Text>
    </Stack>
  );
}
