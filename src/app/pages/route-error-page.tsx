import { Button, Center, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { EmptyState } from '@/platform/ui/empty-state';
import { isOutdatedPage } from './outdated-page';

/** When a page breaks: says so, and offers the two ways on. What broke is in the browser's console. */
export function RouteErrorPage() {
  const error = useRouteError();
  const outdated = isOutdatedPage(error);
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return (
    <Center component="main" mih="60dvh">
      <title>Problem · Quorum</title>
      <div role="alert">
        <EmptyState
          titleOrder={1}
          icon={IconAlertTriangle}
          title={
            outdated ? 'Quorum has been updated' : missing ? 'This page does not exist' : 'This page has a problem'
          }
          description={
            outdated
              ? 'Reload to get the present version. If you are offline, reload once you are back.'
              : 'It is not your doing. Reload; if the problem stays, tell your administrator.'
          }
          action={
            <Group>
              <Button variant="default" component={Link} to="/">
                Go to the start
              </Button>
              <Button onClick={() => window.location.reload()}>Reload</Button>
            </Group>
          }
        />
      </div>
    </Center>
  );
}
