import { getDefaultZIndex, Modal } from '@mantine/core';
import { useDisclosure, useHotkeys } from '@mantine/hooks';
import { lazy, Suspense, useEffect, useState } from 'react';
import { PieceBoundary, whenIdle } from '@/platform/ui';
import classes from './palette.module.css';
import { useOpenWanted } from './palette-opening';
import { useEarlyKeys } from './use-early-keys';

const loadDialog = () => import('./palette-dialog');
const PaletteDialog = lazy(async () => ({ default: (await loadDialog()).PaletteDialog }));

/** Ctrl+K or Cmd+K, also while typing in a field: finds a patient, a group, a page or an action. */
export function CommandPalette() {
  const [opened, { open, close, toggle }] = useDisclosure(false);
  // Whatever was chosen has a place of its own for the focus.
  const [chosen, setChosen] = useState(false);
  const takeEarly = useEarlyKeys(opened);
  useOpenWanted(open);
  useHotkeys([['mod+K', toggle]], []);
  // Ahead of the first use; one that fails now is tried again then.
  useEffect(() => whenIdle(() => void loadDialog().catch(() => undefined)), []);

  return (
    <Modal
      opened={opened}
      onClose={close}
      onEnterTransitionEnd={() => setChosen(false)}
      returnFocus={!chosen}
      closeOnEscape={false}
      withCloseButton={false}
      attributes={{ content: { 'aria-label': 'Find' } }}
      classNames={{ content: classes.content, body: classes.body }}
      centered={false}
      yOffset="10dvh"
      size={620}
      padding={0}
      // Above the dialogs of pages, below toasts.
      zIndex={getDefaultZIndex('popover')}
      transitionProps={{ duration: 80 }}
    >
      <PieceBoundary onFailed={close}>
        <Suspense>
          <PaletteDialog
            takeEarly={takeEarly}
            onClose={close}
            onDone={() => {
              setChosen(true);
              close();
            }}
          />
        </Suspense>
      </PieceBoundary>
    </Modal>
  );
}
