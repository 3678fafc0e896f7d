import { Button, type ButtonProps } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { downloadCsv } from '@/platform/csv';
import { restFile, restFileName } from './rest-file';
import { summarize } from './summary';
import type { StepProps } from './use-import';
import { countOf } from './words';

/** Downloads the rows that are not in, each with its line and the reasons; nothing where all are. */
export function RestButton({ work, rows, variant }: Pick<StepProps, 'work' | 'rows'> & Pick<ButtonProps, 'variant'>) {
  const { rest } = summarize(work, rows);
  if (rest.length === 0) return null;
  return (
    <Button
      variant={variant}
      leftSection={<IconDownload size={16} aria-hidden />}
      onClick={() => downloadCsv(restFileName(work.file.name), restFile(work.file.table, rest))}
    >
      {`Download ${countOf(rest.length, 'row')} that ${rest.length === 1 ? 'is' : 'are'} not in`}
    </Button>
  );
}
