import { Button, Chip, Group, Pagination, Stack, Text } from '@mantine/core';
import * as z from 'zod';
import { useUrlState } from '@/platform/query';
import { withAllowed } from './import-work';
import type { RowKind } from './outcomes';
import { RowTable } from './row-table';
import type { StepProps } from './use-import';
import { countOf } from './words';

const KINDS: readonly { kind: RowKind; label: string }[] = [
  { kind: 'new', label: 'New' },
  { kind: 'unchanged', label: 'Here already' },
  { kind: 'exists', label: 'Here with other values' },
  { kind: 'similar', label: 'Maybe the same person' },
  { kind: 'problem', label: 'Cannot go in' },
];

const PAGE_SIZE = 50;

const viewSchema = z.object({
  show: z.enum(['all', 'new', 'unchanged', 'exists', 'similar', 'problem']).default('all'),
  page: z.coerce.number().int().min(1).default(1),
});

interface RowBrowserProps extends Pick<StepProps, 'work' | 'rows' | 'change'> {
  /** What would become of each row, in their order; null while that is not known. */
  kinds: readonly (RowKind | null)[];
}

/** The rows of the file by what would become of them, page by page. */
export function RowBrowser({ work, rows, kinds, change }: RowBrowserProps) {
  const [{ show, page }, setView] = useUrlState(viewSchema);
  const shown = rows.filter(({ index }) => show === 'all' || kinds[index] === show);
  const pages = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  const present = Math.min(page, pages);
  const chips = [
    { value: 'all', label: 'All', count: rows.length },
    ...KINDS.map(({ kind, label }) => ({ value: kind, label, count: kinds.filter((other) => other === kind).length })),
  ];
  const newLines = new Map(
    rows.flatMap(({ index, line, shown: { mrn } }) => (kinds[index] === 'new' ? [[mrn, line]] : [])),
  );
  const allAllowed = shown.every(({ index }) => work.allowed.has(index));
  return (
    <Stack gap="md">
      <Chip.Group
        value={show}
        onChange={(value) => setView({ show: viewSchema.shape.show.parse(value), page: 1 }, { replace: true })}
      >
        <Group gap="xs" role="group" aria-label="Rows shown">
          {chips
            .filter(({ value, count }) => value === 'all' || value === show || count > 0)
            .map(({ value, label, count }) => (
              <Chip key={value} value={value} size="sm">
                {label} {count.toLocaleString('en-US')}
              </Chip>
            ))}
        </Group>
      </Chip.Group>
      {show === 'similar' && shown.length > 1 && (
        <Group>
          <Button variant="default" size="sm" onClick={() => change((work) => withAllowed(work, shown, !allAllowed))}>
            {allAllowed ? 'Import none of these' : `Import all ${shown.length.toLocaleString('en-US')} anyway`}
          </Button>
        </Group>
      )}
      {shown.length === 0 ? (
        <Text c="dimmed" size="sm">
          There are none of these.
        </Text>
      ) : (
        <RowTable
          rows={shown.slice((present - 1) * PAGE_SIZE, present * PAGE_SIZE)}
          kinds={kinds}
          newLines={newLines}
          work={work}
          change={change}
        />
      )}
      {pages > 1 && (
        <Group justify="space-between">
          <Text size="sm" c="dimmed" role="status">
            {countOf(shown.length, 'row')}, page {present} of {pages.toLocaleString('en-US')}
          </Text>
          <Pagination
            total={pages}
            value={present}
            onChange={(next) => setView({ page: next }, { replace: true })}
            size="sm"
            getItemProps={(item) => ({ 'aria-label': `Page ${item}` })}
            getControlProps={(control) => ({ 'aria-label': `${control} page` })}
          />
        </Group>
      )}
    </Stack>
  );
}
