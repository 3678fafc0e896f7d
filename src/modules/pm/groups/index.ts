export { groupRoutes } from './routes';
export { searchCondition } from './search-pattern';
