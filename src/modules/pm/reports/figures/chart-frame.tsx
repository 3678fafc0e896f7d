import { Group, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './chart-frame.module.css';

interface ChartFrameProps {
  /** What there is to see, for those who do not see it. */
  label: string;
  /** How each series is drawn, with its name; left out where there is only one. */
  legend?: readonly { name: string; swatch: ReactNode }[];
  children: ReactNode;
}

/** A drawing that counts as one picture, under the names of what is in it. */
export function ChartFrame({ label, legend = [], children }: ChartFrameProps) {
  return (
    <div className={classes.frame}>
      {legend.length > 0 && (
        <Group gap="lg" mb="xs">
          {legend.map(({ name, swatch }) => (
            <Group key={name} gap={6} wrap="nowrap">
              {swatch}
              <Text size="sm">{name}</Text>
            </Group>
          ))}
        </Group>
      )}
      <div role="img" aria-label={label}>
        {children}
      </div>
    </div>
  );
}
