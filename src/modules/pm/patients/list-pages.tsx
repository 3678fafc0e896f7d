import { Group, Pagination, Select, Text } from '@mantine/core';
import { PAGE_SIZES, type PatientListView } from './patient-list.schema';

interface ListPagesProps {
  view: PatientListView;
  total: number;
  onChange: (changes: Partial<PatientListView>) => void;
}

const CONTROL_LABELS = { first: 'First page', previous: 'Previous page', next: 'Next page', last: 'Last page' };

/** Which part of the list is shown, and the way to the others. */
export function ListPages({ view: { page, limit }, total, onChange }: ListPagesProps) {
  const pages = Math.ceil(total / limit);
  // An address may ask for another size.
  const sizes = [...new Set<number>([...PAGE_SIZES, limit])].sort((one, other) => one - other);
  return (
    <Group justify="space-between" gap="sm">
      <Text size="sm" c="dimmed" role="status">
        {rangeSentence(page, limit, total)}
      </Text>
      {total > Math.min(limit, PAGE_SIZES[0]) && (
        <Group gap="sm">
          <Select
            aria-label="Patients per page"
            size="xs"
            w={120}
            data={sizes.map((size) => ({ value: String(size), label: `${size} per page` }))}
            value={String(limit)}
            allowDeselect={false}
            onChange={(size) => onChange({ limit: Number(size), page: 1 })}
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

function rangeSentence(page: number, limit: number, total: number): string {
  const patients = total === 1 ? '1 patient' : `${total.toLocaleString('en-US')} patients`;
  if (total <= limit) return patients;
  const first = (page - 1) * limit + 1;
  return `${first.toLocaleString('en-US')}–${Math.min(page * limit, total).toLocaleString('en-US')} of ${patients}`;
}
