import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconAlertCircle, IconCheck } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link } from 'react-router';
import { useOrganization } from '@/platform/organizations';
import { describeError } from '@/platform/supabase/errors';
import { withoutDirectionOverrides } from '@/platform/ui';
import type { DeletedRecord } from '../api/get-recently-deleted';
import { placeOf, type WayOn, wayOut } from './restore-words';

/** What came of restoring a record, and when (milliseconds since 1970): done, as a sentence, or refused. */
export type Outcome = { at: number; record: DeletedRecord } & ({ sentence: string } | { error: unknown });

/** Tells what came of the last restoring, and leads on from there. It takes the focus: the row it began in may be gone. */
export function RestoreOutcome({ outcome }: { outcome: Outcome }) {
  const box = useRef<HTMLDivElement>(null);
  const { record } = outcome;
  useEffect(() => box.current?.focus(), []);
  if ('sentence' in outcome) {
    return (
      <Alert
        ref={box}
        tabIndex={-1}
        mb="md"
        color="green"
        role="status"
        icon={<IconCheck aria-hidden />}
        title={withoutDirectionOverrides(outcome.sentence)}
      >
        <Way way={placeOf(record)} />
      </Alert>
    );
  }
  const { code, message, hint } = describeError(outcome.error);
  const way = wayOut(code, record);
  return (
    <Alert
      ref={box}
      tabIndex={-1}
      mb="md"
      color="red"
      role="alert"
      icon={<IconAlertCircle aria-hidden />}
      title={withoutDirectionOverrides(`${record.name} was not restored: ${message}`)}
    >
      <Stack gap={4}>
        <Text size="sm">{way ? 'It stays here until that is settled.' : (hint ?? 'It stays in the list.')}</Text>
        {way && <Way way={way} />}
      </Stack>
    </Alert>
  );
}

function Way({ way: { label, path } }: { way: WayOn }) {
  const { slug } = useOrganization();
  return (
    <Anchor component={Link} to={`/o/${slug}/${path}`} size="sm" underline="always">
      {label}
    </Anchor>
  );
}
