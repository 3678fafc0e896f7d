import { Alert, Anchor } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import * as z from 'zod';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { NEXT_PARAM, withNext } from '../next-path';
import { signIn } from '../requests';
import { SignInForm } from '../sign-in-form';

const arrivalSchema = z
  .object({ reason: z.enum(['idle', 'by-hand']).nullable() })
  .nullable()
  .catch(null);

/** Signs a person in, then goes on to where they wanted to go. */
export function SignInPage() {
  const next = useSearchParams()[0].get(NEXT_PARAM);
  const arrival = arrivalSchema.parse(useLocation().state);
  return (
    <SingleTaskPage
      title="Sign in"
      footer={
        <>
          New here?{' '}
          <Anchor component={Link} underline="always" to={withNext('/sign-up', next)}>
            Create an account
          </Anchor>
        </>
      }
    >
      {arrival?.reason === 'idle' && (
        <Alert color="gray" mb="md" role="status">
          You were signed out because the screen was left alone.
        </Alert>
      )}
      <SignInForm onSubmit={signIn} forgotPassword />
    </SingleTaskPage>
  );
}
