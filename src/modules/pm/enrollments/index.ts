export { patientEnrollmentsQueryOptions } from './api/get-patient-enrollments';
export type { EnrollOutcome } from './enroll-outcome';
export { EnrollOutcomes } from './enroll-outcomes';
export { EnrollmentList } from './enrollment-list';
export { GroupEnrollments } from './group-enrollments';
export { patientName } from './patient-identity';
export { useEnrolling } from './use-enrolling';
