export { type FoundGroup, useFindGroups } from './api/find-groups';
export { groupAvailability } from './group-availability';
export { patientRoutes } from './routes';
