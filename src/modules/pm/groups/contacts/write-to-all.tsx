import { Button, CopyButton, Group, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconMail } from '@tabler/icons-react';
import { addressesOf, type Contact } from './contact';
import { mailLinks } from './mail-links';

interface WriteToAllProps {
  contacts: readonly Contact[];
  /** Neither may name the group: what somebody attends is nobody else's business. */
  subject: string;
  body: string;
}

/** Opens the own mail program with everybody as a blind copy, or copies the addresses. */
export function WriteToAll({ contacts, subject, body }: WriteToAllProps) {
  const addresses = addressesOf(contacts);
  if (addresses.length === 0) return null;
  const links = mailLinks(addresses, { subject, body });
  return (
    <Stack gap={6} data-screen-only>
      <Group gap="xs">
        {links.map(({ href, count }, index) => (
          <Button
            key={href}
            component="a"
            href={href}
            variant="default"
            leftSection={<IconMail size={16} aria-hidden />}
          >
            {links.length === 1
              ? `Write to ${addressesWord(count)}`
              : `Message ${index + 1} of ${links.length}: ${addressesWord(count)}`}
          </Button>
        ))}
        <CopyButton value={addresses.join(', ')}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              onClick={copy}
              leftSection={copied ? <IconCheck size={16} aria-hidden /> : <IconCopy size={16} aria-hidden />}
            >
              {copied ? 'Copied' : `Copy ${addressesWord(addresses.length)}`}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Text size="xs" c="dimmed">
        It opens your own mail program. All addresses are blind copies (BCC), and the message does not name the group:
        nobody learns of the others. Copied addresses belong into BCC too.
      </Text>
    </Stack>
  );
}

function addressesWord(count: number): string {
  return count === 1 ? '1 address' : `${count} addresses`;
}
