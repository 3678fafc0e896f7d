/** Where patients go to join a session, in this deployment. As short as can be, for a code that a phone reads from afar. */
export function joinAddress(token: string): string {
  return `${window.location.origin}/questions/${token}`;
}

/** The same to be sent in a message: a secret may end in a hyphen, and many programs would leave that off the link. */
export function joinLink(token: string, sessionId: string): string {
  return `${joinAddress(token)}?sessionId=${sessionId}`;
}
