import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { ColumnList } from './column-list';
import { DateOrderField } from './date-order-field';
import classes from './import.module.css';
import { withColumn } from './import-work';
import { headerNames, matchingProblems } from './match-columns';
import { StepHeading } from './step-heading';
import type { StepProps } from './use-import';
import { countOf, shortened } from './words';

/** The second step: what each column of the file holds. */
export function MatchStep({ work, change, goTo }: StepProps) {
  const { file, matching, dateOrder } = work;
  const problems = matchingProblems(matching);
  if (dateOrder === null) problems.push('Say whether month or day comes first in the dates.');
  const leftOut = headerNames(file.table.headers).filter((_, at) => matching[at] === null);
  return (
    <Stack gap="lg" maw={820}>
      <StepHeading title="Match the columns">
        <bdi>{file.name}</bdi>: {countOf(file.table.rows.length, 'row')}, {countOf(file.table.headers.length, 'column')}
      </StepHeading>
      {file.note && (
        <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
          {file.note}
        </Alert>
      )}
      <ColumnList
        table={file.table}
        matching={matching}
        onMatch={(at, key) => change((present) => withColumn(present, at, key))}
      />
      <DateOrderField work={work} change={change} />
      {leftOut.length > 0 && (
        <Text size="sm" className={classes.anywhere}>
          Left out:{' '}
          {leftOut.map((name, at) => (
            <span key={name}>
              {at > 0 && ', '}
              <bdi>{shortened(name, 60)}</bdi>
            </span>
          ))}
        </Text>
      )}
      <div role="status">
        {problems.length > 0 && (
          <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title="Before you can go on">
            {problems.map((problem) => (
              <div key={problem}>{problem}</div>
            ))}
          </Alert>
        )}
      </div>
      <Group>
        <Button onClick={() => goTo('check')} disabled={problems.length > 0}>
          Check the rows
        </Button>
        <Button variant="default" onClick={() => goTo('file')}>
          Choose another file
        </Button>
      </Group>
    </Stack>
  );
}
