export { activitySentence, groupsSpokenOf, peopleNamedIn } from './activity-sentence';
export { useRestoreGroup } from './api/restore-group';
export { groupRoutes } from './routes';
export { searchCondition } from './search-pattern';
