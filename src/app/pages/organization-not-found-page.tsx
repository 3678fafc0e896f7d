import { Button, Center } from '@mantine/core';
import { IconBuildingOff } from '@tabler/icons-react';
import { Link } from 'react-router';
import { EmptyState } from '@/platform/ui';

/** For an organization that does not exist or does not know the person: the two look alike on purpose. */
export function OrganizationNotFoundPage() {
  return (
    <Center component="main" mih="80dvh">
      <title>No access · Quorum</title>
      <EmptyState
        titleOrder={1}
        icon={IconBuildingOff}
        title="You do not belong to this organization"
        description="It may not exist, or your membership may be suspended. Ask its administrator."
        action={
          <Button component={Link} to="/">
            Go to your organization
          </Button>
        }
      />
    </Center>
  );
}
