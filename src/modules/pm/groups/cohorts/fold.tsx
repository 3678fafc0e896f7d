import { Button, Collapse } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId } from 'react';

interface FoldProps {
  label: string;
  /** Rendered, and read, only once it is opened. */
  children: ReactNode;
}

/** What is shown on request. */
export function Fold({ label, children }: FoldProps) {
  const [opened, { toggle }] = useDisclosure(false);
  const contentId = useId();
  const Chevron = opened ? IconChevronDown : IconChevronRight;
  return (
    <div>
      <Button
        variant="subtle"
        size="compact-sm"
        ml={-8}
        leftSection={<Chevron size={16} aria-hidden />}
        aria-expanded={opened}
        aria-controls={contentId}
        onClick={toggle}
      >
        {label}
      </Button>
      <Collapse expanded={opened} id={contentId}>
        {opened && children}
      </Collapse>
    </div>
  );
}
