import { Alert } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useSearchParams } from 'react-router';
import type { JoinInfo } from './api/get-join-info';
import { namesOtherSession } from './other-session';

/** Said when parts of the address contradict each other. */
export function OtherSessionNotice({ info }: { info: JoinInfo }) {
  const [search] = useSearchParams();
  if (!namesOtherSession(search, info)) return null;
  return (
    <Alert color="yellow" role="note" icon={<IconInfoCircle aria-hidden />} title="Is this your group?">
      Part of your link is for another session. It leads to {info.group_name}. If that is not your group, ask your
      facilitator for a new link.
    </Alert>
  );
}
