import { Alert, Stack, Text } from '@mantine/core';
import { IconInfoCircle, IconUsers } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatSessionTime } from '@/platform/time';
import { EmptyState } from '@/platform/ui';
import { ColleagueContacts } from './colleague-contacts';
import type { Contact } from './contact';
import { ContactList } from './contact-list';
import { cancellationMessage } from './message';
import { WriteToAll } from './write-to-all';

interface TellEveryoneProps {
  session: {
    id: string;
    starts_at: string;
    ends_at: string;
    status: string;
    cancellation_reason: string | null;
    facilitator_id: string | null;
    co_facilitator_id: string | null;
  };
  contacts: readonly Contact[];
  /** On the roster, but without a record that the reader may see. */
  hidden: number;
}

/** The session, everybody on its roster with the ways to reach them, and the colleagues who lead it. */
export function TellEveryone({ session, contacts, hidden }: TellEveryoneProps) {
  const { name, timezone } = useOrganization();
  const when = formatSessionTime(session.starts_at, session.ends_at, timezone);
  const cancelled = session.status === 'cancelled';
  const reason = session.cancellation_reason;
  return (
    <Stack maw={760} gap="lg">
      <Text style={{ overflowWrap: 'anywhere' }}>
        The session of <b>{when}</b> {cancelled ? 'is cancelled' : 'is not cancelled'}
        {cancelled && reason ? `: ${reason}` : '.'}
      </Text>
      <Alert color="blue" icon={<IconInfoCircle aria-hidden />} data-screen-only>
        Quorum does not send messages. Call or write, and check off who knows.
      </Alert>
      {contacts.length === 0 ? (
        <EmptyState icon={IconUsers} title="Nobody is on the roster" description="There is no patient to tell." />
      ) : (
        <>
          {cancelled && <WriteToAll contacts={contacts} {...cancellationMessage({ when, reason, clinic: name })} />}
          <ContactList contacts={contacts} matter={session.id} />
        </>
      )}
      {hidden > 0 && (
        <Text size="sm">
          {hidden === 1 ? '1 more is on the roster, whose record' : `${hidden} more are on the roster, whose records`}{' '}
          you cannot see.
        </Text>
      )}
      <ColleagueContacts userIds={[session.facilitator_id, session.co_facilitator_id]} />
    </Stack>
  );
}
