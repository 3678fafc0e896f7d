/** Where patients go to join a session, in this deployment. */
export function joinAddress(token: string): string {
  return `${window.location.origin}/questions/${token}`;
}
