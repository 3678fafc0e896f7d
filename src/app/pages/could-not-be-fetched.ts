/**
 * Whether a page, its styles or one of its parts could not be fetched: without a connection, or after a deployment, when the
 * old page's files are gone from the server.
 */
export function couldNotBeFetched(error: unknown): boolean {
  return (
    error instanceof Error &&
    /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message)
  );
}
