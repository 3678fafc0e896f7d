import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link, useSearchParams } from 'react-router';
import { FormProblem } from '@/platform/ui/form-problem';
import { setServerError } from '@/platform/ui/set-server-error';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { signUpSchema } from '../credentials.schema';
import { NEXT_PARAM, safeNextPath, withNext } from '../next-path';
import { signUp } from '../requests';

/** Makes an account; who is signed in by it goes on to the page that was wanted. */
export function SignUpPage() {
  const next = useSearchParams()[0].get(NEXT_PARAM);
  const [unconfirmed, setUnconfirmed] = useState<string | null>(null);
  const form = useForm({
    resolver: zodResolver(signUpSchema),
    defaultValues: { full_name: '', email: '', password: '' },
  });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (person) => {
    try {
      const signedIn = await signUp(person, safeNextPath(next) ?? '/');
      if (!signedIn) setUnconfirmed(person.email);
    } catch (error) {
      setServerError(form, error);
    }
  });

  if (unconfirmed) {
    return (
      <SingleTaskPage title="Check your e-mail">
        <Text size="sm">We sent a link to {unconfirmed}. Open it on this device to go on.</Text>
      </SingleTaskPage>
    );
  }
  return (
    <SingleTaskPage
      title="Create an account"
      footer={
        <>
          Have an account?{' '}
          <Anchor component={Link} underline="always" to={withNext('/sign-in', next)}>
            Sign in
          </Anchor>
        </>
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="Full name"
            autoComplete="name"
            error={errors.full_name?.message}
            {...form.register('full_name')}
          />
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            error={errors.email?.message}
            {...form.register('email')}
          />
          <PasswordInput
            label="Password"
            description="At least 8 characters"
            autoComplete="new-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show or hide the password' }}
            error={errors.password?.message}
            {...form.register('password')}
          />
          <FormProblem message={errors.root?.message} />
          <Button type="submit" fullWidth loading={isSubmitting}>
            Create account
          </Button>
        </Stack>
      </form>
    </SingleTaskPage>
  );
}
