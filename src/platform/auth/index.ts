export { IdleGate } from './idle/idle-gate';
export { countKept, keptWords, sendKept, sendKeptWith } from './kept-data';
export { withNext } from './next-path';
export { type SessionState, useSession, useUser } from './session-context';
export { SessionProvider } from './session-provider';
export { signOut, signOutEverywhere } from './sign-out';
