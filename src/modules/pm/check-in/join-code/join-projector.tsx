import { Button, Modal, Stack, Text, Title } from '@mantine/core';
import { useEffect } from 'react';
import classes from './join-code.module.css';
import { QrCode } from './qr-code';

interface JoinProjectorProps {
  groupName: string;
  address: string;
  counts: string | null;
  onClose: () => void;
}

/** The code as large as the screen, for the projector in the room. Escape ends it. */
export function JoinProjector({ groupName, address, counts, onClose }: JoinProjectorProps) {
  useWholeScreen(onClose);
  return (
    <Modal
      opened
      onClose={onClose}
      fullScreen
      withCloseButton={false}
      padding={0}
      transitionProps={{ duration: 0 }}
      attributes={{ content: { 'aria-label': `Join ${groupName}` } }}
    >
      <div className={classes.projector}>
        <div className={classes.large}>
          <QrCode value={address} title="QR code to join this session" />
        </div>
        <Stack className={classes.words}>
          <Title order={2} fz="clamp(1.5rem, 4.5vmin, 3.5rem)">
            {groupName}
          </Title>
          <ol className={classes.steps}>
            <li>Open the camera of your phone.</li>
            <li>Point it at the code and tap the link.</li>
            <li>Type your personal code, or join as guest.</li>
          </ol>
          {counts !== null && (
            <Text fz="clamp(1.25rem, 3.5vmin, 2.5rem)" fw={600} role="status">
              {counts}
            </Text>
          )}
          <Text c="dimmed">{address}</Text>
          <div>
            <Button variant="default" onClick={onClose} data-autofocus>
              Close
            </Button>
          </div>
        </Stack>
      </div>
    </Modal>
  );
}

/** Takes the whole screen where the browser allows it (iPhones do not), and calls back when the person leaves it. */
function useWholeScreen(onLeave: () => void) {
  useEffect(() => {
    const page = document.documentElement;
    const leave = () => !document.fullscreenElement && onLeave();
    document.addEventListener('fullscreenchange', leave);
    page.requestFullscreen?.().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', leave);
      if (document.fullscreenElement) void document.exitFullscreen();
    };
  }, [onLeave]);
}
