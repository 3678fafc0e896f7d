interface Joinable {
  id: string;
  group_definition_id: string;
  share_token: string;
}

/** The patients' way into a session, below the app's address; as `join_path` of pm_create_group_session. */
export function joinPath({ id, group_definition_id, share_token }: Joinable): string {
  return `/questions/${share_token}?groupId=${group_definition_id}&sessionId=${id}`;
}
