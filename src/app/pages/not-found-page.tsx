import { Button, Center } from '@mantine/core';
import { IconMapQuestion } from '@tabler/icons-react';
import { Link, useParams } from 'react-router';
import { EmptyState } from '@/platform/ui/empty-state';

interface NotFoundProps {
  home: string;
}

function NotFound({ home }: NotFoundProps) {
  return (
    <>
      <title>Not found · Quorum</title>
      <EmptyState
        titleOrder={1}
        icon={IconMapQuestion}
        title="There is no such page"
        description="The address may be mistyped, or the page may have moved."
        action={
          <Button component={Link} to={home}>
            Go to the start
          </Button>
        }
      />
    </>
  );
}

/** For addresses outside an organization. */
export function NotFoundPage() {
  return (
    <Center component="main" mih="80dvh">
      <NotFound home="/" />
    </Center>
  );
}

/** For addresses inside an organization, with the navigation around it. */
export function NotFoundInside() {
  const { slug } = useParams();
  return <NotFound home={`/o/${slug}`} />;
}
