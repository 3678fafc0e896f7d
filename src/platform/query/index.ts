export { containsCondition } from './contains-condition';
export { onSessionRefused, queryClient } from './query-client';
export { type QueryKeyKind, queryKey } from './query-key';
export { commaList, presentParams, useUrlState } from './url-state';
