/** What sends all the attendance that is kept on this device at once, before a sign-out takes away what is left. */
export async function loadSendAttendance() {
  const { tapSender } = await import('./attendance-queue');
  return () => tapSender.flush();
}
