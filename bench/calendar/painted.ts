/** Until the browser has painted the next frame; answers when that was. Milliseconds. */
function frame(): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // A message comes after the frame's layout and paint, and before anything else.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(null);
    });
  });
}

/** From `change` until what it shows is there, painted, and stays as it is for three frames. Milliseconds. */
export async function timeUntilPainted(
  place: HTMLElement,
  change: () => void,
  isThere: () => boolean,
): Promise<number> {
  await frame();
  let changed = true;
  const observer = new MutationObserver(() => {
    changed = true;
  });
  observer.observe(place, { childList: true, subtree: true, attributes: true, characterData: true });
  const started = performance.now();
  change();
  let painted = started;
  for (let quiet = 0; quiet < 3; quiet++) {
    const now = await frame();
    if (changed || !isThere()) {
      painted = now;
      quiet = -1;
    }
    changed = false;
  }
  observer.disconnect();
  return painted - started;
}
