import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { Link, useLocation, useNavigate } from 'react-router';
import { FormProblem } from '@/platform/ui/form-problem';
import { setServerError } from '@/platform/ui/set-server-error';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { resetPasswordSchema } from '../credentials.schema';
import { changePassword } from '../requests';
import { useSession } from '../session-context';

/** Where the link of the message leads: it signs in, and a new password is chosen. */
export function ResetPasswordPage() {
  const session = useSession();
  const { hash } = useLocation();
  // A link that no longer works says so in the address, also to somebody who is signed in already.
  if (new URLSearchParams(hash.slice(1)).has('error')) return <LinkExpired />;
  if (session.status === 'loading') return null;
  if (session.status !== 'signed-in') return <LinkExpired />;
  return (
    <SingleTaskPage title="Choose a new password" subtitle={`For ${session.user.email}`}>
      <ResetPasswordForm />
    </SingleTaskPage>
  );
}

function LinkExpired() {
  return (
    <SingleTaskPage
      title="This link no longer works"
      footer={
        <Anchor component={Link} to="/forgot-password">
          Send a new link
        </Anchor>
      }
    >
      <Text size="sm">It has expired, or was used already.</Text>
    </SingleTaskPage>
  );
}

function ResetPasswordForm() {
  const navigate = useNavigate();
  const form = useForm({
    resolver: zodResolver(resetPasswordSchema),
    defaultValues: { password: '', repeated: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await changePassword(values);
      await navigate('/', { replace: true });
    } catch (error) {
      setServerError(form, error);
    }
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack>
        <PasswordInput
          label="New password"
          description="At least 8 characters"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          error={errors.password?.message}
          {...form.register('password')}
        />
        <PasswordInput
          label="New password again"
          autoComplete="new-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the repeated password' }}
          error={errors.repeated?.message}
          {...form.register('repeated')}
        />
        <FormProblem message={errors.root?.message} />
        <Button type="submit" fullWidth loading={isSubmitting}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}
