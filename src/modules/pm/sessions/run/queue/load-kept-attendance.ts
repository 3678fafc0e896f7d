/** What sends the attendance that is kept on this device; for React's `lazy`. */
export async function loadKeptAttendance() {
  return { default: (await import('./kept-attendance')).KeptAttendance };
}

/** What sends it all at once, before a sign-out takes away what is left. */
export async function loadSendAttendance() {
  const { tapSender } = await import('./attendance-queue');
  return () => tapSender.flush();
}
