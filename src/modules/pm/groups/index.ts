export { activitySentence, groupsSpokenOf, peopleNamedIn } from './activity-sentence';
export { groupRoutes } from './routes';
