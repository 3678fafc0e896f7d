import { expect, it } from 'vitest';
import { readUrlState } from '@/platform/query/url-state';
import { deletedView, restorableKinds } from './deleted-view';
import { placeOf, wayOut } from './restore-words';

const enrollment = { kind: 'enrollment', name: 'Ana in "DBT"', group_definition_id: 'g', patient_id: 'p' } as const;

it('leads to what was brought back', () => {
  expect(placeOf(enrollment).path).toBe('pm/groups/g/enrollments');
  expect(placeOf({ ...enrollment, kind: 'group', patient_id: null }).path).toBe('pm/groups/g');
  expect(placeOf({ ...enrollment, kind: 'patient', group_definition_id: null }).path).toBe('pm/patients/p');
});

it('leads from a refusal to what stands in the way', () => {
  expect(wayOut('PATIENT_NOT_FOUND', enrollment)?.path).toBe('settings/recently-deleted?kind=patient');
  expect(wayOut('GROUP_NOT_FOUND', enrollment)?.path).toBe('settings/recently-deleted?kind=group');
  expect(wayOut('PATIENT_ALREADY_ENROLLED', enrollment)?.path).toBe('pm/groups/g/enrollments');
  expect(wayOut('NETWORK', enrollment)).toBeNull();
  expect(wayOut('GROUP_NOT_FOUND', { ...enrollment, kind: 'group' })).toBeNull();
});

it('reads the kind from the address, and offers what a person may delete', () => {
  expect(readUrlState(deletedView, new URLSearchParams('kind=patient'))).toEqual({ kind: 'patient' });
  expect(readUrlState(deletedView, new URLSearchParams('kind=session'))).toEqual({ kind: 'all' });
  expect(restorableKinds((permission) => permission === 'pm.patients.delete')).toEqual(['patient']);
  expect(restorableKinds(() => false)).toEqual([]);
});
