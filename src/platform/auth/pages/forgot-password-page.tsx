import { zodResolver } from '@hookform/resolvers/zod';
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { Link } from 'react-router';
import { FormProblem } from '@/platform/ui/form-problem';
import { setServerError } from '@/platform/ui/set-server-error';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { forgotPasswordSchema } from '../credentials.schema';
import { requestPasswordReset } from '../requests';

const BACK = (
  <Anchor component={Link} to="/sign-in">
    Back to sign-in
  </Anchor>
);

/** Sends the link to a new password. */
export function ForgotPasswordPage() {
  const [sentTo, setSentTo] = useState<string | null>(null);
  const form = useForm({ resolver: zodResolver(forgotPasswordSchema), defaultValues: { email: '' } });
  const { errors, isSubmitting } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    try {
      await requestPasswordReset(values);
      setSentTo(values.email);
    } catch (error) {
      setServerError(form, error);
    }
  });

  if (sentTo) {
    return (
      <SingleTaskPage title="Check your e-mail" footer={BACK}>
        <Text size="sm">If there is an account for {sentTo}, it has a message with a link to a new password now.</Text>
      </SingleTaskPage>
    );
  }
  return (
    <SingleTaskPage title="Forgot your password?" subtitle="We send you a link to choose a new one." footer={BACK}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            error={errors.email?.message}
            {...form.register('email')}
          />
          <FormProblem message={errors.root?.message} />
          <Button type="submit" fullWidth loading={isSubmitting}>
            Send the link
          </Button>
        </Stack>
      </form>
    </SingleTaskPage>
  );
}
