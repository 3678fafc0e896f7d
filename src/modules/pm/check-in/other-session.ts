import type { JoinInfo } from './api/get-join-info';

/**
 * Whether an address names another session or group than the one its token leads to. What it names is never used: the token
 * decides, and whoever passed on a mended link reads which session it is.
 */
export function namesOtherSession(
  search: URLSearchParams,
  { session_id, group_definition_id }: Pick<JoinInfo, 'session_id' | 'group_definition_id'>,
): boolean {
  const contradicts = (name: string, id: string) => {
    const named = search.get(name)?.trim().toLowerCase();
    return named !== undefined && named !== '' && named !== id.toLowerCase();
  };
  return contradicts('sessionId', session_id) || contradicts('groupId', group_definition_id);
}
