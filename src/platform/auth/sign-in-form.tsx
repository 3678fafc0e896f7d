import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import type * as z from 'zod';
import { loadClient } from '@/platform/supabase/load-client';
import { FormProblem } from '@/platform/ui/form-problem';
import { setServerError } from '@/platform/ui/set-server-error';
import { signInSchema } from './credentials.schema';

interface SignInFormProps {
  /** Signs in, or throws why not. */
  onSubmit: (credentials: z.output<typeof signInSchema>) => Promise<void>;
  /** Whose session to take up again; the address is fixed then. */
  email?: string;
  /** Offers the way to a new password. */
  forgotPassword?: boolean;
}

export function SignInForm({ onSubmit, email = '', forgotPassword = false }: SignInFormProps) {
  const form = useForm({ resolver: zodResolver(signInSchema), defaultValues: { email, password: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit((credentials) =>
    onSubmit(credentials).catch((error: unknown) => setServerError(form, error)),
  );
  return (
    // Fetched while the person types, so that signing in does not wait for it.
    <form onSubmit={submit} onFocus={() => void loadClient().catch(() => undefined)} noValidate>
      <Stack>
        <TextInput
          label="E-mail"
          type="email"
          autoComplete="username"
          readOnly={email !== ''}
          error={errors.email?.message}
          {...form.register('email')}
        />
        <PasswordInput
          label="Password"
          autoComplete="current-password"
          data-autofocus={email !== '' || undefined}
          visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
          error={errors.password?.message}
          {...form.register('password')}
        />
        <FormProblem message={errors.root?.message} />
        <Button type="submit" fullWidth loading={isSubmitting}>
          Sign in
        </Button>
        {forgotPassword && (
          <Group justify="center">
            <Anchor component={Link} to="/forgot-password" size="sm">
              Forgot your password?
            </Anchor>
          </Group>
        )}
      </Stack>
    </form>
  );
}
