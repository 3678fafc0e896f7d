import type { Patient } from './api/get-patient';
import { birthDateText } from './birth-date';
import { PATIENT_STATUSES, type PatientFields, type PatientFormValues } from './patient.schema';

const EMPTY: PatientFormValues = {
  mrn: '',
  first_name: '',
  last_name: '',
  preferred_name: '',
  date_of_birth: '',
  phone: '',
  email: '',
  status: 'active',
  notes: '',
};

/**
 * A new record's values, taken over from the address: `?first_name=&last_name=`, or `?name=`, what was searched for,
 * whose last word counts as the last name. A search by number names nobody.
 */
export function valuesFromAddress(params: URLSearchParams): PatientFormValues {
  const searched = (params.get('name') ?? '').trim().split(/\s+/);
  const named = !searched.some((word) => /\d/.test(word));
  const last = named && searched.length > 1 ? searched.at(-1) : '';
  const first = named ? searched.slice(0, last ? -1 : undefined).join(' ') : '';
  return {
    ...EMPTY,
    first_name: (params.get('first_name') ?? first).slice(0, 100),
    last_name: (params.get('last_name') ?? last ?? '').slice(0, 100),
  };
}

/** A stored record as the form shows it. */
export function valuesFromPatient(patient: Patient): PatientFormValues {
  return {
    mrn: patient.mrn,
    first_name: patient.first_name,
    last_name: patient.last_name,
    preferred_name: patient.preferred_name ?? '',
    date_of_birth: patient.date_of_birth ? birthDateText(patient.date_of_birth) : '',
    phone: patient.phone ?? '',
    email: patient.email ?? '',
    status: PATIENT_STATUSES.find((status) => status === patient.status) ?? 'active',
    notes: patient.notes ?? '',
  };
}

/** The checked values as the database takes them: what is empty is null. */
export function payloadFrom(fields: PatientFields) {
  return {
    ...fields,
    preferred_name: fields.preferred_name || null,
    date_of_birth: fields.date_of_birth || null,
    phone: fields.phone || null,
    email: fields.email || null,
    notes: fields.notes || null,
  };
}

export type PatientPayload = ReturnType<typeof payloadFrom>;
