export { JoinCode, type JoinCodeProps } from './join-code';
export { PatientJoinCode, PatientJoinCodeDialog, type PatientJoinCodeProps } from './patient-code';
export { checkInRoutes } from './routes';
