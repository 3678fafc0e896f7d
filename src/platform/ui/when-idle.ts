/**
 * Does something, such as fetching code ahead, once the browser has nothing else to do; answers the function that takes it
 * back, for an effect. Safari has no requestIdleCallback; there it is never done, and all is fetched when it is wanted.
 */
export function whenIdle(task: () => void): () => void {
  if (!('requestIdleCallback' in window)) return () => {};
  const handle = requestIdleCallback(() => task());
  return () => cancelIdleCallback(handle);
}
