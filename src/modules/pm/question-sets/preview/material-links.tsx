import { Anchor, Stack, Title } from '@mantine/core';
import { IconExternalLink } from '@tabler/icons-react';
import type { Material } from '../questions.schema';

interface MaterialLinksProps {
  materials: readonly Material[];
  titleOrder?: 2 | 3;
}

/** What there is to read or watch, each opening in a tab of its own; nothing when there is none. */
export function MaterialLinks({ materials, titleOrder = 3 }: MaterialLinksProps) {
  if (materials.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={titleOrder}>To read or watch</Title>
      <Stack component="ul" gap={4} m={0} p={0} style={{ listStyle: 'none' }}>
        {materials.map(({ title, url }) => (
          <li key={`${title} ${url}`}>
            <Anchor
              href={url}
              target="_blank"
              rel="noopener noreferrer"
              style={{ display: 'inline-flex', gap: 6, paddingBlock: 6, overflowWrap: 'anywhere' }}
            >
              {title}
              <IconExternalLink size={16} aria-label="(opens in a new tab)" style={{ flex: 'none', marginTop: 3 }} />
            </Anchor>
          </li>
        ))}
      </Stack>
    </Stack>
  );
}
