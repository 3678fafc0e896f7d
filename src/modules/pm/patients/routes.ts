import type { RouteObject } from 'react-router';

/** The pages of patients under /o/:slug. */
export const patientRoutes: RouteObject[] = [
  { path: 'pm/patients', lazy: async () => ({ Component: (await import('./patients-page')).PatientsPage }) },
  { path: 'pm/patients/new', lazy: async () => ({ Component: (await import('./new-patient-page')).NewPatientPage }) },
  {
    path: 'pm/patients/import',
    lazy: async () => ({ Component: (await import('./import/import-page')).ImportPage }),
  },
  {
    path: 'pm/patients/:patientId',
    lazy: async () => ({ Component: (await import('./patient-page')).PatientPage }),
  },
  {
    path: 'pm/patients/:patientId/edit',
    lazy: async () => ({ Component: (await import('./edit-patient-page')).EditPatientPage }),
  },
];
