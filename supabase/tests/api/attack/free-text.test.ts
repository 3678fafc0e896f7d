import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { rawRequest, tokenOf } from '../../support/raw-request.ts';
import { readRelations } from './api-catalog.ts';
import { type FurnishedClinic, furnishClinic } from './furnished-clinic.ts';

let clinic: FurnishedClinic;
let token: string;

beforeAll(async () => {
  clinic = await furnishClinic();
  token = await tokenOf(clinic.clinic.admin.client);
}, 120_000);

/** Texts that are harmless as long as they stay texts. */
const hostile = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '"><svg/onload=alert(1)>',
  "'; drop table pm_patients; --",
  '=HYPERLINK("http://evil.test","x")',
  "+1+cmd|' /C calc'!A0",
  '@SUM(1+1)',
  '-2+3',
  '\\"quoted\\" \'and\' `so`',
  '$'.concat('{7*7}{{7*7}}<%= 7*7 %>'),
  'a,b)(c.eq.1',
  '‮reversed‬ 𝒳 👩‍👩‍👧',
  '%00%0d%0aSet-Cookie: x=1',
  'javascript:alert(1)',
];

/** Every free text that people write: the table, the filter of a row, the column. A column of type text that is neither here nor below fails. */
const freeTexts: [table: string, row: () => string, columns: string[]][] = [
  ['pf_organizations', () => `id=eq.${clinic.organization_id}`, ['name']],
  ['pf_profiles', () => `id=eq.${clinic.user_id}`, ['full_name']],
  ['pf_roles', () => `id=eq.${clinic.role_id}`, ['name']],
  ['pm_closed_days', () => `organization_id=eq.${clinic.organization_id}`, ['name']],
  [
    'pm_group_definitions',
    () => `id=eq.${clinic.group_definition_id}`,
    ['name', 'description', 'location', 'recurrence_rule'],
  ],
  ['pm_group_enrollments', () => `id=eq.${clinic.enrollment_id}`, ['notes', 'disenroll_reason']],
  ['pm_group_schedule', () => `id=eq.${clinic.session_id}`, ['location', 'notes']],
  ['pm_question_sets', () => `id=eq.${clinic.question_set_id}`, ['title', 'description', 'source']],
  [
    'pm_patients',
    () => `id=eq.${clinic.patient_id}`,
    ['first_name', 'last_name', 'preferred_name', 'mrn', 'notes', 'phone'],
  ],
];

const ofClinic = () => `organization_id=eq.${clinic.organization_id}`;

/** Texts of a form that a constraint or another column's state checks. */
const checkedTexts: Record<string, string[]> = {
  pf_memberships: ['status'],
  pf_organizations: ['timezone'],
  pm_group_definitions: ['group_type', 'session_creation_permission', 'status', 'time_period'],
  pm_group_enrollments: ['status'],
  pm_group_schedule: ['cancellation_reason', 'status'],
  pf_notification_settings: ['kind'],
  pm_patients: ['email', 'status'],
  pm_question_sets: ['scoring'],
};

test('every text column that people write is looked at', async () => {
  const looked = new Set(freeTexts.flatMap(([table, , columns]) => columns.map((column) => `${table}.${column}`)));
  for (const [table, columns] of Object.entries(checkedTexts)) for (const c of columns) looked.add(`${table}.${c}`);
  const written = (await readRelations()).flatMap(({ name, updatable, texts }) =>
    updatable.filter((column) => texts.includes(column)).map((column) => `${name}.${column}`),
  );
  expect([...looked].sort()).toEqual(written.sort());
});

test.each(freeTexts)(
  '%s: HTML, quotes and formulas come back as they went in, or are refused whole',
  async (table, row, columns) => {
    for (const text of hostile) {
      for (const column of columns) {
        // A mark of its own, for columns that are unique.
        const sent = column === 'mrn' ? `${text.slice(0, 20)}${randomUUID().slice(0, 4)}` : text;
        const answer = await rawRequest(`/rest/v1/${table}?${row()}&select=${column}`, {
          ...{ method: 'PATCH', token, body: { [column]: sent }, headers: { prefer: 'return=representation' } },
        });
        if (answer.status === 200) expect(answer.body).toEqual([{ [column]: sent }]);
        else expect([answer.status, answer.refusal.code], `${column} ${sent}`).toEqual([400, '23514']);
      }
    }
  },
);

test('a checked text takes none of it', async () => {
  for (const [table, columns] of Object.entries(checkedTexts)) {
    const [, row = ofClinic] = freeTexts.find(([name]) => name === table) ?? [];
    for (const column of columns) {
      const answer = await rawRequest(`/rest/v1/${table}?${row()}&select=${column}`, {
        ...{ method: 'PATCH', token, body: { [column]: hostile[0] } },
      });
      expect(answer.status, `${table}.${column} ${answer.text}`).toBeGreaterThanOrEqual(400);
    }
  }
});

test('a calendar file holds hostile names as text, on their lines', async () => {
  const name = 'X\r\nATTACH:http://evil.test\nBEGIN:VEVENT;,\\';
  await rawRequest(`/rest/v1/pm_group_definitions?id=eq.${clinic.group_definition_id}`, {
    ...{ method: 'PATCH', token, body: { location: name } },
  });
  const { text } = await rawRequest('/rest/v1/rpc/pm_calendar_file', {
    ...{ token, body: { organization_id: clinic.organization_id } },
  });
  expect(text).toContain('BEGIN:VCALENDAR');
  expect(String(JSON.parse(text))).not.toMatch(/^ATTACH:/m);
});

test('a search for hostile text is a search', async () => {
  for (const query of [...hostile, '%', '_', '*', '\\', '(((', '[a-', "' or 1=1 --"]) {
    const answer = await rawRequest('/rest/v1/rpc/pm_search_patients', {
      ...{ token, body: { organization_id: clinic.organization_id, query } },
    });
    expect([answer.status, Array.isArray(answer.body)], query).toEqual([200, true]);
    const filtered = await rawRequest(`/rest/v1/pm_patients?last_name=ilike.${encodeURIComponent(query)}&select=id`, {
      token,
    });
    expect([200, 400], filtered.text).toContain(filtered.status);
  }
});
