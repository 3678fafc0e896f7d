import { Anchor } from '@mantine/core';
import { useNavigate } from 'react-router';
import { signOut, useUser } from '@/platform/auth';
import { SingleTaskPage } from '@/platform/ui/single-task-page';
import { useMemberships } from '../api/get-memberships';
import { CreateOrganizationForm } from '../create-organization-form';

/** The first page after sign-up, and the way to a further organization later. */
export function CreateOrganizationPage() {
  const navigate = useNavigate();
  const user = useUser();
  const { data: memberships = [] } = useMemberships(user.id);
  const first = memberships.length === 0;
  return (
    <SingleTaskPage
      title="Create your organization"
      subtitle="Your groups, patients and colleagues live in it. No other organization can see them."
      footer={
        <>
          {first ? 'Waiting for an invitation? Open its link. ' : null}
          {first ? (
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => signOut('by-hand')}>
              Sign out
            </Anchor>
          ) : (
            <Anchor component="button" type="button" size="sm" underline="always" onClick={() => navigate('/')}>
              Back
            </Anchor>
          )}
        </>
      }
    >
      <CreateOrganizationForm onCreated={(slug) => navigate(`/o/${slug}`, { replace: true })} />
    </SingleTaskPage>
  );
}
