import { describe, expect, it } from 'vitest';
import { csvText } from '@/platform/csv';
import { readUrlState } from '@/platform/query/url-state';
import { logCsvColumns } from './log-csv';
import { accessFilter, activityFilter, chosenAction, isNarrowed, logView } from './log-view';

const PATIENT = '0b8f7c1e-6a52-4f0e-9d3c-2f1a5b7c9d11';
const read = (address: string) => readUrlState(logView, new URLSearchParams(address));

describe('the address of the audit log', () => {
  it('is the log of groups of the last 30 days without words, and whatever does not fit', () => {
    const usual = { log: 'groups', days: '30', by: '', patient: '', action: '', page: 1 };
    expect(read('')).toEqual(usual);
    expect(read('log=all&days=5&by=me&patient=1&page=0')).toEqual(usual);
    expect(isNarrowed(read(''))).toBe(false);
  });

  it('reads what the link on a patient’s page writes', () => {
    const view = read(`log=access&days=all&patient=${PATIENT}`);
    expect(accessFilter(view)).toEqual({ period: 'all', by: '', patient: PATIENT, kind: '' });
    expect(isNarrowed(view)).toBe(true);
  });

  it('narrows a log by its own actions only', () => {
    expect(activityFilter(read('action=patient_enrolled')).action).toBe('patient_enrolled');
    expect(activityFilter(read('action=record_opened')).action).toBe('');
    expect(accessFilter(read('log=access&action=record_opened')).kind).toBe('record_opened');
    expect(chosenAction(read('log=access&action=patient_enrolled'))).toBe('');
    expect(activityFilter(read('action=constructor')).action).toBe('');
  });
});

it('exports who, when and what on the organization’s clock, and no formula', () => {
  const line = {
    id: 1,
    at: '2026-11-21T02:30:00+00:00',
    who: '=Ruth',
    action: 'Group created',
    sentence: 'Ruth created the group.',
    group: { id: 'g', name: 'DBT', isDeleted: false },
    patient: null,
  };
  expect(csvText(logCsvColumns('America/New_York'), [line])).toBe(
    [
      'Date,Time (America/New_York),Instant,Done by,What was done,Group,Patient,Entry',
      '2026-11-20,21:30,2026-11-21T02:30:00.000Z,"\'=Ruth",Group created,DBT,,Ruth created the group.',
      '',
    ].join('\r\n'),
  );
});
