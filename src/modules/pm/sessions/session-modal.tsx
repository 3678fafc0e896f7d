import { FocusTrap, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useFocusBack } from '@/platform/ui';

interface SessionModalProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  size?: string;
  /** Stays open while something runs that must be seen to the end. */
  locked?: boolean;
  /** The content names with `data-autofocus` where the focus starts; otherwise it starts at the top. */
  hasOwnFocus?: boolean;
}

/** A dialog that takes the whole screen on a phone. */
export function SessionModal({
  title,
  onClose,
  children,
  size = 'lg',
  locked = false,
  hasOwnFocus = false,
}: SessionModalProps) {
  useFocusBack();
  const phone = useMediaQuery('(max-width: 37.5em)', undefined, { getInitialValueInEffect: false });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeOnEscape={!locked}
      withCloseButton={!locked}
      // Mantine's <header> would count as the page's banner.
      attributes={{ header: { role: 'presentation' } }}
    >
      {!hasOwnFocus && <FocusTrap.InitialFocus />}
      {children}
    </Modal>
  );
}
