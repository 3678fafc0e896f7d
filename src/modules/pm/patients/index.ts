export { type FoundGroup, useFindGroups } from './api/find-groups';
export { useReadPatientAhead } from './api/get-patient';
export { useRestorePatient } from './api/restore-patient';
export { groupAvailability } from './group-availability';
export { patientRoutes } from './routes';
