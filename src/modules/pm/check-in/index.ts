export { JoinCode, type JoinCodeProps } from './join-code';
export { PatientJoinCode, type PatientJoinCodeProps } from './patient-code';
export { checkInRoutes } from './routes';
