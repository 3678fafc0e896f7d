import { Badge, Button, Text } from '@mantine/core';
import { IconRestore } from '@tabler/icons-react';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import type { DeletedRecord } from '../api/get-recently-deleted';
import { KIND_LOOKS } from './deleted-kinds';
import classes from './deleted-list.module.css';
import type { Outcome } from './restore-outcome';
import { useRestore } from './use-restore';

interface DeletedRowProps {
  record: DeletedRecord;
  /** Who deleted it; null when that is not known. */
  deletedBy: string | null;
  onOutcome: (outcome: Outcome) => void;
}

/** A deleted record, and the way back. */
export function DeletedRow({ record, deletedBy, onOutcome }: DeletedRowProps) {
  const { timezone } = useOrganization();
  const restoration = useRestore(record);
  const { label, icon: KindIcon } = KIND_LOOKS[record.kind];

  async function restore() {
    try {
      onOutcome({ at: Date.now(), record, sentence: await restoration.mutateAsync() });
    } catch (error) {
      onOutcome({ at: Date.now(), record, error });
    }
  }

  return (
    <li className={classes.row}>
      <div className={classes.kind}>
        <Badge color="gray" leftSection={<KindIcon size={13} aria-hidden />}>
          {label}
        </Badge>
      </div>
      <div className={classes.words}>
        <Text size="sm" fw={500}>
          {record.name}
        </Text>
        <Text size="xs" c="dimmed">
          Deleted {formatTimestamp(record.deleted_at, timezone)}
          {deletedBy ? ` by ${deletedBy}` : ''}
        </Text>
      </div>
      <Button
        variant="default"
        leftSection={<IconRestore size={16} aria-hidden />}
        loading={restoration.isPending}
        onClick={restore}
        aria-label={`Restore ${record.name}`}
      >
        Restore
      </Button>
    </li>
  );
}
