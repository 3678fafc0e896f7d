import { Anchor, Modal, Stack, Text } from '@mantine/core';
import { queryClient } from '@/platform/query';
import { KeptWarning } from './kept-warning';
import { signIn } from './requests';
import { SignInForm } from './sign-in-form';
import { signOut } from './sign-out';

/** Asks for the password over the page where the session ended, so that what was typed there is kept. */
export function SignInAgain({ email }: { email: string }) {
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title="Your session has ended"
      overlayProps={{ blur: 12 }}
      zIndex="var(--mantine-z-index-max)"
    >
      <Stack>
        <Text size="sm">Sign in again to go on where you were. Nothing that you typed is lost.</Text>
        <SignInForm
          email={email}
          onSubmit={async (credentials) => {
            await signIn(credentials);
            await queryClient.invalidateQueries();
          }}
        />
        <KeptWarning />
        <Anchor component="button" type="button" size="sm" ta="center" onClick={() => signOut('by-hand')}>
          Use another account
        </Anchor>
      </Stack>
    </Modal>
  );
}
