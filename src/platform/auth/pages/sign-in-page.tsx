import { Alert, Anchor } from '@mantine/core';
import { Link, useLocation, useSearchParams } from 'react-router';
import * as z from 'zod/mini';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { keptWords } from '../kept-data';
import { NEXT_PARAM, withNext } from '../next-path';
import { signIn } from '../requests';
import { SignInForm } from '../sign-in-form';

const arrivalSchema = z.catch(
  z.nullable(z.object({ reason: z.nullable(z.enum(['idle', 'by-hand', 'elsewhere'])), lost: z.catch(z.number(), 0) })),
  null,
);

const WHY = {
  idle: 'You were signed out because the screen was left alone.',
  elsewhere: 'You were signed out on another device.',
  'by-hand': null,
};

/** Signs a person in, then goes on to where they wanted to go. */
export function SignInPage() {
  const next = useSearchParams()[0].get(NEXT_PARAM);
  const arrival = arrivalSchema.parse(useLocation().state);
  const words = arrival?.reason && WHY[arrival.reason];
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
      {words && (
        <Alert color="gray" mb="md" role="status">
          {words}
        </Alert>
      )}
      {arrival !== null && arrival.lost > 0 && (
        <Alert color="yellow" mb="md" role="status" title={`${keptWords(arrival.lost)} did not arrive`}>
          What was tapped on this device could not be sent before you were signed out, and is lost. Open the session and
          look who is not recorded.
        </Alert>
      )}
      <SignInForm onSubmit={signIn} forgotPassword />
    </SingleTaskPage>
  );
}
