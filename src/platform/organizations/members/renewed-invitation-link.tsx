import { Alert, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { describeError } from '@/platform/supabase/errors';
import { formatTimestamp } from '@/platform/time';
import { useOrganization } from '../organization-context';
import { InvitationLink, type IssuedInvitation } from './invitation-link';

export interface RenewedInvitation extends IssuedInvitation {
  /** Until when the earlier link was valid, as the database sends it. */
  earlierUntil: string;
  /** Why the earlier link could not be revoked; null when it was. */
  problem: unknown;
}

/** The link that replaces an earlier one, and whether that one is really at its end. */
export function RenewedInvitationLink({
  earlierUntil,
  problem,
  ...issued
}: RenewedInvitation & { onClose: () => void }) {
  const { timezone } = useOrganization();
  return (
    <Stack gap="xs">
      {problem === null ? (
        <Text size="sm">The earlier link does not work any more.</Text>
      ) : (
        <Alert
          color="yellow"
          role="alert"
          icon={<IconAlertTriangle aria-hidden />}
          title="The earlier link was not revoked"
        >
          {describeError(problem).message} The new link below is good. Under Open invitations, revoke the earlier one,
          valid until {formatTimestamp(earlierUntil, timezone)}.
        </Alert>
      )}
      <InvitationLink {...issued} />
    </Stack>
  );
}
