import { Anchor, Stack, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Material } from '@/modules/pm/question-sets';
import classes from './check-in.module.css';

/** What the clinic gives to read or watch; opens beside this page, so that nothing here is lost. */
export function Materials({ materials }: { materials: readonly Material[] }) {
  if (materials.length === 0) return null;
  return (
    <Stack component="section" gap="sm">
      <Title order={3} size="h4">
        To read or watch
      </Title>
      <ul className={classes.materials}>
        {materials.map(({ title, url }) => (
          <li key={`${title} ${url}`}>
            <Anchor href={url} target="_blank" rel="noopener noreferrer" className={classes.material}>
              <IconExternalLink size={18} aria-hidden style={{ flex: 'none' }} />
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </Stack>
  );
}
