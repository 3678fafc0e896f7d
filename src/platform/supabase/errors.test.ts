import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CONSTRAINT_ERRORS } from './constraint-messages';
import { API_ERRORS, AUTH_ERRORS, QUORUM_ERRORS, SQLSTATE_ERRORS } from './error-messages';
import { describeError, isNetworkFailure, isSessionRefused } from './errors';

const SCHEMAS = 'supabase/schemas';
const sql = readdirSync(SCHEMAS)
  .map((file) => readFileSync(`${SCHEMAS}/${file}`, 'utf8'))
  .join('\n');
const documentation = readFileSync('docs/errors.md', 'utf8');

function codesUnder(heading: string): string[] {
  const section = documentation.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `([^`]+)`/gm)].map((match) => match[1] ?? '').sort();
}

describe('the map of errors', () => {
  it.each([
    ['Codes of Quorum', QUORUM_ERRORS],
    ['PostgreSQL', SQLSTATE_ERRORS],
    ['API and network', API_ERRORS],
    ['Sign-in', AUTH_ERRORS],
    ['Constraints', CONSTRAINT_ERRORS],
  ])('says under "%s" in docs/errors.md what it holds', (heading, map) => {
    expect(codesUnder(heading)).toEqual(Object.keys(map).sort());
  });

  it('has words for every code that the schema raises', () => {
    const raised = new Set([...sql.matchAll(/refuse\(\s*'PT\d{3}',\s*'([A-Z_]+)'/g)].map((match) => match[1]));
    expect(raised.size).toBeGreaterThan(10);
    expect([...raised].filter((code) => !code || !QUORUM_ERRORS[code])).toEqual([]);
  });

  it('names only constraints that the schema has', () => {
    const missing = Object.keys(CONSTRAINT_ERRORS).filter(
      (name) => !new RegExp(`(constraint|unique index) ${name}\\b`).test(sql),
    );
    expect(missing).toEqual([]);
  });
});

describe('describeError', () => {
  it('prefers the server’s own sentence with the figures', () => {
    expect(
      describeError({
        code: 'PT409',
        message: 'GROUP_AT_CAPACITY',
        details: 'All 10 seats are taken.',
        hint: 'Put the patient on the waitlist.',
      }),
    ).toEqual({
      code: 'GROUP_AT_CAPACITY',
      message: 'All 10 seats are taken.',
      hint: 'Put the patient on the waitlist.',
      field: null,
    });
  });

  it('finds the field by the constraint', () => {
    const error = {
      code: '23505',
      message: 'duplicate key value violates unique constraint "pm_patients_organization_id_mrn_key"',
    };
    expect(describeError(error)).toMatchObject({ code: '23505', field: 'mrn', message: /another patient/i });
  });

  it('finds the field that may not be null', () => {
    const error = {
      code: '23502',
      message: 'null value in column "name" of relation "x" violates not-null constraint',
    };
    expect(describeError(error)).toMatchObject({ code: '23502', field: 'name' });
  });

  it('knows a constraint that it has no words for by its SQLSTATE', () => {
    const error = { code: '23P01', message: 'conflicting key value violates exclusion constraint "other"' };
    expect(describeError(error)).toMatchObject({ code: '23P01', message: SQLSTATE_ERRORS['23P01']?.message });
  });

  it('reads an error of Supabase Auth, whose message is a getter of its class', () => {
    const error = Object.assign(new Error('Invalid login credentials'), { code: 'invalid_credentials', status: 400 });
    expect(describeError(error)).toMatchObject({
      code: 'invalid_credentials',
      message: 'E-mail address or password is wrong.',
    });
  });

  it.each([
    { message: 'TypeError: Failed to fetch', details: '', hint: '', code: '' },
    new TypeError('NetworkError when attempting to fetch resource.'),
    Object.assign(new Error('Load failed'), { name: 'AuthRetryableFetchError', status: 0 }),
  ])('recognises that the server was not reached', (error) => {
    expect(isNetworkFailure(error)).toBe(true);
    expect(describeError(error).code).toBe('NETWORK');
  });

  it.each([
    { code: 'XX000', message: 'relation "secret" has exploded at character 15' },
    new Error('select * from pm_patients'),
    'a thrown text',
    null,
    undefined,
    42,
    { code: 7, message: { nested: true } },
    { message: 'toString' },
    { message: 'constructor', code: '__proto__' },
  ])('never shows what a program wrote for programmers', (error) => {
    expect(describeError(error)).toEqual({
      code: null,
      message: 'Something went wrong.',
      hint: 'Try again. If it keeps happening, tell your administrator.',
      field: null,
    });
  });
});

describe('isSessionRefused', () => {
  it.each([{ code: 'PGRST301', message: 'JWT expired' }, { code: 'session_not_found' }, { status: 401, message: '' }])(
    'is true for a session that has ended',
    (error) => expect(isSessionRefused(error)).toBe(true),
  );

  it.each([
    { code: '42501' },
    { code: 'PT403', message: 'PERMISSION_DENIED' },
    { code: 'invalid_credentials', status: 400 },
  ])('is false for a refusal within a session', (error) => expect(isSessionRefused(error)).toBe(false));
});
