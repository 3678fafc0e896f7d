import { Combobox, Group, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { formatTimestamp } from '@/platform/time';
import { GroupTypeBadge } from '@/platform/ui';
import choices from '@/platform/ui/choices.module.css';
import type { TransferTarget } from '../api/get-transfer-targets';
import { seatsThere } from './transfer-sentences';

interface TargetOptionProps {
  target: TransferTarget;
  /** What the patient has there already, in words; null for nothing. */
  taken: string | null;
}

/** A group to go to: type, seats, who waits, next session. */
export function TargetOption({ target, taken }: TargetOptionProps) {
  const { timezone } = useOrganization();
  const facts = [
    taken ?? seatsThere(target),
    target.nextSessionAt ? `next session ${formatTimestamp(target.nextSessionAt, timezone)}` : 'no session to come',
  ];
  return (
    <Combobox.Option value={target.id} disabled={taken !== null} className={choices.option}>
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text size="sm" fw={500} lineClamp={2} style={{ overflowWrap: 'anywhere' }}>
            {target.name}
          </Text>
          <Text size="xs" c="dimmed">
            {[target.code, ...facts].filter(Boolean).join(' · ')}
          </Text>
        </div>
        <GroupTypeBadge groupType={target.groupType} />
      </Group>
    </Combobox.Option>
  );
}
