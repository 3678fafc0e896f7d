import { Anchor, Checkbox, Group, Text } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { type Contact, callLink, isUnreachable } from './contact';
import classes from './contact-list.module.css';

interface ContactRowProps {
  contact: Contact;
  isTold: boolean;
  onToggle: () => void;
}

/** One person to be told: ticked when done, with links that call and write. */
export function ContactRow({ contact, isTold, onToggle }: ContactRowProps) {
  const { name, phone, email } = contact;
  return (
    <li className={classes.row}>
      <Checkbox
        className={classes.name}
        label={name}
        aria-label={`${name} was told`}
        checked={isTold}
        onChange={onToggle}
        styles={{ label: { overflowWrap: 'anywhere' } }}
      />
      <Group gap="xs" className={classes.ways}>
        {phone && (
          <Anchor href={callLink(phone)} size="sm" className={classes.way}>
            <IconPhone size={15} aria-hidden /> {phone}
          </Anchor>
        )}
        {email && (
          <Anchor href={`mailto:${encodeURIComponent(email)}`} size="sm" className={classes.way}>
            <IconMail size={15} aria-hidden /> {email}
          </Anchor>
        )}
        {isUnreachable(contact) && (
          <Text size="sm" c="dimmed">
            No phone, no e-mail
          </Text>
        )}
      </Group>
    </li>
  );
}
