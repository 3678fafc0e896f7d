import { Radio, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { useOrganization } from '@/platform/organizations';
import { formatDate, todayIn } from '@/platform/time';
import { type DateOrder, findDateOrder, readImportDate } from './import-date';
import { datesOf, withDateOrder } from './import-work';
import type { StepProps } from './use-import';

const ORDERS: readonly { order: DateOrder; label: string }[] = [
  { order: 'month', label: 'Month first' },
  { order: 'day', label: 'Day first' },
];

/** Asks which of month and day comes first, where the file's dates can be read in two ways. */
export function DateOrderField({ work, change }: Pick<StepProps, 'work' | 'change'>) {
  const { file, matching, dateOrder } = work;
  const today = todayIn(useOrganization().timezone);
  const { example, mixed, twoDigitYears } = useMemo(
    () => findDateOrder(datesOf(file.table, matching)),
    [file, matching],
  );
  if (example === null && !mixed && !twoDigitYears) return null;

  function meaning(order: DateOrder) {
    const read = example === null ? null : readImportDate(example, order, today);
    return read && 'date' in read ? `: “${example}” is ${formatDate(read.date)}` : '';
  }

  return (
    <Stack gap="xs">
      {(example !== null || mixed) && (
        <Radio.Group
          label="Dates of birth"
          description={
            mixed && 'In some dates only the day can come first, in others only the month. One kind will be left.'
          }
          value={dateOrder ?? ''}
          onChange={(value) => {
            const chosen = ORDERS.find(({ order }) => order === value);
            if (chosen) change((present) => withDateOrder(present, chosen.order));
          }}
        >
          <Stack gap={8} mt={6}>
            {ORDERS.map(({ order, label }) => (
              <Radio key={order} value={order} label={`${label}${meaning(order)}`} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {twoDigitYears && (
        <Text size="sm" c="dimmed">
          Some years have two digits. They count as the latest year that is not in the future:{' '}
          {`“${today.slice(2, 4)}” is ${today.slice(0, 4)}, “85” is 1985.`}
        </Text>
      )}
    </Stack>
  );
}
