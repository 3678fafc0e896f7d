/** Where a session is prepared, run and looked back on. */
export function sessionPageAddress(slug: string, sessionId: string): string {
  return `/o/${slug}/pm/sessions/${sessionId}`;
}

/** The page behind that address, loaded when first visited. */
export async function loadSessionPage() {
  return { Component: (await import('./running-session-page')).RunningSessionPage };
}
