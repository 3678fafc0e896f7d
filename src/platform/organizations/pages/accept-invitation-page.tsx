import { Button, Stack, Text } from '@mantine/core';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import { signOut, useSession, withNext } from '@/platform/auth';
import { ProblemAlert } from '@/platform/ui/problem-alert';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { useAcceptInvitation } from '../api/accept-invitation';

/** Where the link of an invitation leads. It is for one e-mail address, so the person signs in first. */
export function AcceptInvitationPage() {
  const session = useSession();
  const { pathname } = useLocation();
  const { token = '' } = useParams();
  if (session.status === 'loading') return null;
  if (session.status !== 'signed-in') return <SignInFirst next={pathname} />;
  return <Accept token={token} email={session.user.email ?? ''} />;
}

function SignInFirst({ next }: { next: string }) {
  return (
    <SingleTaskPage title="You have been invited" subtitle="Use the e-mail address that the invitation was sent to.">
      <Stack>
        <Button component={Link} to={withNext('/sign-up', next)} fullWidth>
          Create an account
        </Button>
        <Button component={Link} to={withNext('/sign-in', next)} variant="default" fullWidth>
          Sign in
        </Button>
      </Stack>
    </SingleTaskPage>
  );
}

function Accept({ token, email }: { token: string; email: string }) {
  const navigate = useNavigate();
  const acceptance = useAcceptInvitation();
  return (
    <SingleTaskPage title="Join your organization">
      <Stack>
        <Text size="sm">You are signed in as {email}.</Text>
        <ProblemAlert error={acceptance.error} />
        <Button
          fullWidth
          loading={acceptance.isPending}
          onClick={() =>
            acceptance.mutate(token, {
              onSuccess: (organization) => navigate(`/o/${organization.slug}`, { replace: true }),
            })
          }
        >
          Accept the invitation
        </Button>
        <Button variant="default" fullWidth onClick={() => signOut('by-hand')}>
          Use another account
        </Button>
      </Stack>
    </SingleTaskPage>
  );
}
