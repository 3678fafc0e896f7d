import { SimpleGrid } from '@mantine/core';
import { AmountField } from './amount-field';
import { ScoredField } from './scored-field';

/** The smallest and the greatest number that is taken; either may be left open. */
export function NumberLimits({ index }: { index: number }) {
  const path = `questions.${index}` as const;
  return (
    <>
      <SimpleGrid cols={2} spacing="sm">
        <AmountField name={`${path}.min`} deps={`${path}.max`} label="At least" description="May be empty" />
        <AmountField name={`${path}.max`} deps={`${path}.min`} label="At most" description="May be empty" />
      </SimpleGrid>
      <ScoredField index={index} />
    </>
  );
}
