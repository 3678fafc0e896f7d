export { patientEnrollmentsQueryOptions } from './api/get-patient-enrollments';
export { EnrollmentList } from './enrollment-list';
export { GroupEnrollments } from './group-enrollments';
