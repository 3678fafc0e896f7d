export { patientEnrollmentsQueryOptions } from './api/get-patient-enrollments';
export { SEARCH_MINIMUM, usePatientSearch } from './api/search-patients';
export type { EnrollOutcome } from './enroll-outcome';
export { EnrollOutcomes } from './enroll-outcomes';
export { EnrollmentList } from './enrollment-list';
export { GroupEnrollments } from './group-enrollments';
export { type PatientIdentity, patientName } from './patient-identity';
export { useEnrolling } from './use-enrolling';
