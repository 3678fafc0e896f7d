import { Button, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { ReactNode } from 'react';

interface SeriesChoiceProps {
  label: string;
  icon?: ReactNode;
  onThis: () => void;
  /** Opens the dialog in which "this and following" or "all" is chosen. */
  onSeries: () => void;
}

/** A button for what can be done with one session of a series or with more of it: the first question is which. */
export function SeriesChoice({ label, icon, onThis, onSeries }: SeriesChoiceProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button variant="default" leftSection={icon} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onThis}>Only this session</Menu.Item>
        <Menu.Item onClick={onSeries}>This and following, or all…</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
