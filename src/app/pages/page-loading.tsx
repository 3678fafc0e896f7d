import { Center, Loader } from '@mantine/core';

/** While the first page is fetched. */
export function PageLoading() {
  return (
    <Center mih="100dvh" role="status" aria-label="Loading">
      <Loader type="dots" />
    </Center>
  );
}
