/** A press of which the end was not told, as when the window was left, is over after so long. */
const LONGEST_PRESS_MILLISECONDS = 10_000;

export interface Hand {
  /** True while something is dragged or pressed: what is under the finger must not change then. */
  isPressing: () => boolean;
  stop: () => void;
}

/** Watches mouse and fingers on the whole window. */
export function watchHand(): Hand {
  let pressedAt: number | null = null;
  const onPress = () => {
    pressedAt = performance.now();
  };
  const onRelease = () => {
    pressedAt = null;
  };
  const releases = ['pointerup', 'pointercancel', 'touchend', 'touchcancel', 'dragend'];
  window.addEventListener('pointerdown', onPress, { capture: true, passive: true });
  for (const event of releases) window.addEventListener(event, onRelease, { capture: true, passive: true });
  return {
    isPressing: () => pressedAt !== null && performance.now() - pressedAt < LONGEST_PRESS_MILLISECONDS,
    stop() {
      window.removeEventListener('pointerdown', onPress, { capture: true });
      for (const event of releases) window.removeEventListener(event, onRelease, { capture: true });
    },
  };
}

/** True while a dialog asks for something. */
export function isDialogOpen(): boolean {
  return document.querySelector('[aria-modal="true"]') !== null;
}
