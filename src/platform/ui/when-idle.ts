/**
 * Does something, such as fetching code ahead, once the browser has nothing else to do; answers the function that takes it
 * back, for an effect. Safari has no requestIdleCallback, and whoever has asked their device to save data wants nothing
 * that may not be needed; there it is never done, and all is fetched when it is wanted.
 */
export function whenIdle(task: () => void): () => void {
  if (!('requestIdleCallback' in window) || savesData()) return () => {};
  const handle = requestIdleCallback(() => task());
  return () => cancelIdleCallback(handle);
}

/** Whether the device is asked to save data; browsers that don't tell (Firefox, Safari) are not. */
function savesData(): boolean {
  const connection: object = ('connection' in navigator && navigator.connection) || {};
  return 'saveData' in connection && connection.saveData === true;
}
