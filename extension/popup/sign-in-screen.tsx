import { Alert, Anchor, Stack, Text, Title } from '@mantine/core';
import { signIn } from '@/platform/auth/requests';
import { SignInForm } from '@/platform/auth/sign-in-form';
import { appAddress } from '../app-address';
import { PopupFrame } from './popup-frame';

/** Signs in with the account of the app. `notice`: why the person is here again. */
export function SignInScreen({ notice }: { notice: string | null }) {
  return (
    <PopupFrame>
      <Stack>
        <Stack gap={4}>
          <Title order={1} size="h2">
            Sign in
          </Title>
          <Text size="sm" c="dimmed">
            With your account of Quorum, to see your groups and start a session from here.
          </Text>
        </Stack>
        {notice !== null && (
          <Alert color="gray" role="status">
            {notice}
          </Alert>
        )}
        <SignInForm onSubmit={signIn} />
        <Anchor href={appAddress('/forgot-password')} target="_blank" rel="noreferrer" size="sm" ta="center">
          Forgot your password?
        </Anchor>
      </Stack>
    </PopupFrame>
  );
}
