import { Group, Pagination, Select, Text } from '@mantine/core';
import { useOrganization } from '@/platform/organizations';
import { zoneLabelIfDifferent } from '@/platform/time';
import type { ListState } from './list-state';

const PAGE_SIZES = [25, 50, 100];

interface ListPagesProps {
  state: ListState;
  total: number;
  onChange: (changes: Partial<ListState>) => void;
}

/** Which part of the list is shown, and the way to the others. */
export function ListPages({ state: { page, limit }, total, onChange }: ListPagesProps) {
  const zone = zoneLabelIfDifferent(useOrganization().timezone);
  const pages = Math.ceil(total / limit);
  const first = (page - 1) * limit + 1;
  const sizes = PAGE_SIZES.includes(limit) ? PAGE_SIZES : [...PAGE_SIZES, limit].sort((one, other) => one - other);
  return (
    <Group justify="space-between" mt="md" gap="sm">
      <Text size="sm" c="dimmed">
        {`${first}–${Math.min(page * limit, total)} of ${total} ${total === 1 ? 'group' : 'groups'}`}
        {zone && `. Times are ${zone}.`}
      </Text>
      {total > Math.min(limit, 25) && (
        <Group gap="sm">
          <Select
            aria-label="Groups per page"
            size="xs"
            w={120}
            data={sizes.map((size) => ({ value: String(size), label: `${size} per page` }))}
            value={String(limit)}
            allowDeselect={false}
            onChange={(size) => onChange({ limit: Number(size ?? 25) })}
          />
          {pages > 1 && (
            <Pagination
              total={pages}
              value={page}
              onChange={(next) => onChange({ page: next })}
              size="sm"
              getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
              getControlProps={(control) => ({ 'aria-label': CONTROL_LABELS[control] })}
            />
          )}
        </Group>
      )}
    </Group>
  );
}

const CONTROL_LABELS = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' };
