import { Button, Text } from '@mantine/core';
import { Screen } from './screen';

/** After "Done": nothing about the person is left. */
export function FarewellScreen({ onAgain }: { onAgain: () => void }) {
  return (
    <Screen title="Thank you">
      <Text>Nothing about you is left on this device. You can close this page.</Text>
      <Button size="lg" variant="default" onClick={onAgain}>
        Somebody else checks in on this device
      </Button>
    </Screen>
  );
}
