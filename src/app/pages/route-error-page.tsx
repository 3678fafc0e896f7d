import { Button, Center, Group } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { isRouteErrorResponse, Link, useRouteError } from 'react-router';
import { EmptyState } from '@/platform/ui/empty-state';
import { couldNotBeFetched } from './could-not-be-fetched';

/** What is told of a page that cannot be shown. */
function wordsOf(error: unknown): { title: string; description: string } {
  if (couldNotBeFetched(error)) {
    return navigator.onLine
      ? {
          title: 'Quorum has been updated',
          description: 'Reload to get the present version. If you are offline, reload once you are back.',
        }
      : {
          title: 'This page needs a connection',
          description: 'It was not opened on this device before. Reload once you are back online.',
        };
  }
  const description = 'It is not your doing. Reload; if the problem stays, tell your administrator.';
  const missing = isRouteErrorResponse(error) && error.status === 404;
  return { title: missing ? 'This page does not exist' : 'This page has a problem', description };
}

/** When a page breaks: says so, and offers the two ways on. What broke is in the browser's console. */
export function RouteErrorPage() {
  const { title, description } = wordsOf(useRouteError());
  return (
    <Center component="main" mih="60dvh">
      <title>Problem · Quorum</title>
      <div role="alert">
        <EmptyState
          titleOrder={1}
          icon={IconAlertTriangle}
          title={title}
          description={description}
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
