/** What sends the attendance that is kept on this device; for React's `lazy`. */
export async function loadKeptAttendance() {
  return { default: (await import('./kept-attendance')).KeptAttendance };
}
