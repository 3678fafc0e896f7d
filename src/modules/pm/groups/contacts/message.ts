interface Cancellation {
  /** When the session would have been, in words. */
  when: string;
  reason: string | null;
  clinic: string;
}

/** What is written to patients; it names no group, because a screen or a family member may see it. */
export function cancellationMessage({ when, reason, clinic }: Cancellation): { subject: string; body: string } {
  const because = reason ? ` (${reason})` : '';
  return {
    subject: 'Your session is cancelled',
    body: `Hello,\n\nyour session of ${when} does not take place${because}.\n\n${clinic}`,
  };
}
