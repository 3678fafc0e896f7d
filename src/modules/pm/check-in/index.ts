export { JoinCode, type JoinCodeProps } from './join-code';
export {
  loadPatientCodeDialog,
  PatientJoinCode,
  PatientJoinCodeDialog,
  type PatientJoinCodeProps,
} from './patient-code';
export { checkInRoutes } from './routes';
