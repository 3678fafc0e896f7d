export type { LiveReads } from './live-reads';
export { useLive } from './use-live';
