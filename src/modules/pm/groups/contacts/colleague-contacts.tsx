import { Anchor, Stack, Text, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import { useMembers } from '@/platform/organizations';
import classes from './contact-list.module.css';

/** Those who lead the session, who want to know as well; nothing where nobody does. */
export function ColleagueContacts({ userIds }: { userIds: readonly (string | null)[] }) {
  const { data: members = [] } = useMembers();
  const colleagues = members.filter(({ id }) => userIds.includes(id));
  if (colleagues.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={2}>Facilitators</Title>
      <ul className={classes.list}>
        {colleagues.map(({ id, full_name, email }) => (
          <li key={id} className={classes.row}>
            <Text size="sm" className={classes.name} style={{ overflowWrap: 'anywhere' }}>
              {full_name}
            </Text>
            <div className={classes.ways}>
              {email && (
                <Anchor href={`mailto:${encodeURIComponent(email)}`} size="sm" className={classes.way}>
                  <IconMail size={15} aria-hidden /> {email}
                </Anchor>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
