/** The parameter that carries where a person wanted to go before signing in. */
export const NEXT_PARAM = 'next';

/** Takes what the address says to open next; answers it if it is a path of this very app, else null. */
export function safeNextPath(next: string | null): string | null {
  // Browsers read `//host` and `/\host` as another site.
  if (!next || !/^\/(?![/\\])/.test(next) || hasControlCharacter(next)) return null;
  return next;
}

function hasControlCharacter(text: string): boolean {
  return [...text].some((character) => character < ' ');
}

/** The address of a page that leads on to `next` afterwards. */
export function withNext(path: string, next: string | null): string {
  const safe = safeNextPath(next);
  return safe && safe !== '/' ? `${path}?${new URLSearchParams({ [NEXT_PARAM]: safe })}` : path;
}
