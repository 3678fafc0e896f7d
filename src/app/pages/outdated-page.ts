/** Whether a page could not be fetched: after a deployment the old page's files are gone from the server. */
export function isOutdatedPage(error: unknown): boolean {
  return (
    error instanceof TypeError &&
    /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message)
  );
}
