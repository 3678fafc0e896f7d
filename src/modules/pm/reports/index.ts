export { GroupSessionStatistics } from './group-session-statistics';
export { PatientMeasures } from './measures/patient-measures';
export { reportRoutes } from './routes';
