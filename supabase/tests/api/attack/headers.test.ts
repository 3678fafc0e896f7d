import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { layOutSiege, type Siege } from './attackers.ts';

let siege: Siege;
let before: Record<string, string>;

beforeAll(async () => {
  siege = await layOutSiege();
  before = await siege.digest();
}, 120_000);

afterAll(async () => {
  expect(await siege.digest(), 'rows of the victim after all attacks').toEqual(before);
});

const patient = () => `pm_patients?id=eq.${siege.victim.patient_id}&select=id,last_name`;

describe('Prefer', () => {
  const preferences = [
    'tx=rollback',
    'tx=commit',
    'tx=rollback,return=representation',
    'params=single-object',
    'params=multiple-objects',
    'handling=strict',
    'handling=strict, nonsense=1',
    'handling=lenient, nonsense=1',
    'missing=default',
    'max-affected=0',
    'timezone=Mars/Olympus',
    'count=exact',
    'count=planned',
    'count=estimated',
    'resolution=ignore-duplicates',
    'return=headers-only',
  ];
  test.each(preferences)('%s opens nothing', async (prefer) => {
    for (const attacker of ['stranger', 'suspended', 'anonymous'] as const) {
      const headers = { prefer };
      const { organization_id, patient_id, group_definition_id } = siege.victim;
      for (const answer of await Promise.all([
        siege.send(attacker, patient(), { headers }),
        siege.send(attacker, patient(), { method: 'PATCH', headers, body: { last_name: 'Taken' } }),
        siege.send(attacker, patient(), { method: 'DELETE', headers }),
        siege.send(attacker, 'pm_closed_days', {
          headers,
          body: { organization_id, closed_on: '2030-01-01', name: 'x' },
        }),
        siege.send(attacker, 'rpc/pm_enroll_patient', { headers, body: { group_definition_id, patient_id } }),
        siege.send(attacker, 'rpc/pm_open_patient', { headers, body: { patient_id } }),
      ])) {
        expect(answer.text).not.toContain(siege.victim.secret);
        const total = answer.headers.get('content-range')?.split('/')[1];
        if (answer.status < 300 && total !== undefined && !prefer.startsWith('count='))
          expect(total, prefer).toMatch(/^(0|\*)$/);
      }
    }
  });

  // Planned counts are Postgres's guesses from statistics over all rows; docs/security.md says what that means.
  test.each(['count=exact', 'count=planned', 'count=estimated'])(
    '%s is the same for ids of others and of nobody',
    async (prefer) => {
      for (const attacker of ['stranger', 'suspended'] as const) {
        const count = async (filter: string) => {
          const answer = await siege.send(attacker, `pm_patients?select=id&${filter}`, { headers: { prefer } });
          return [answer.status, answer.body, answer.headers.get('content-range')];
        };
        for (const [of, nobody] of [
          [`id=eq.${siege.victim.patient_id}`, `id=eq.${crypto.randomUUID()}`],
          [`organization_id=eq.${siege.victim.organization_id}`, `organization_id=eq.${crypto.randomUUID()}`],
          [`last_name=eq.${siege.victim.secret}`, 'last_name=eq.nobody'],
        ] as const) {
          expect(await count(of), of).toEqual(await count(nobody));
        }
      }
    },
  );

  test('staff with tx=rollback and max-affected change nothing', async () => {
    for (const prefer of ['tx=rollback', 'tx=commit', 'handling=strict,max-affected=100']) {
      const headers = { prefer: `${prefer},return=representation` };
      const answer = await siege.send('staff', patient(), { method: 'PATCH', headers, body: { last_name: 'Taken' } });
      expect(answer.text).not.toContain('Taken');
    }
  });
});

describe('the method', () => {
  test.each(['x-http-method-override', 'x-http-method', 'x-method-override'])('%s is not heard', async (name) => {
    for (const [attacker, real] of [
      ['staff', 'GET'],
      ['stranger', 'POST'],
    ] as const) {
      for (const wanted of ['DELETE', 'PATCH', 'PUT']) {
        const request = { method: real, headers: { [name]: wanted }, ...(real === 'POST' ? { body: {} } : {}) };
        const answer = await siege.send(attacker, patient(), request);
        if (real === 'GET') expect(answer.text, 'read as asked').toContain(siege.victim.secret);
        else expect(answer.status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  test('a function that changes something is not called by GET', async () => {
    const admin = await siege.victim.clinic.admin.client.auth.getSession();
    const token = admin.data.session?.access_token ?? '';
    const path = `rpc/pm_delete_patient?patient_id=${siege.victim.patient_id}`;
    for (const method of ['GET', 'HEAD']) {
      const answer = await siege.send('staff', path, { method, token });
      expect(answer.status, `${method} ${answer.text}`).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('schemas', () => {
  const schemas = [
    'private',
    'auth',
    'pg_catalog',
    'information_schema',
    'storage',
    'extensions',
    'graphql_public',
    'public,private',
  ];
  test.each(schemas)('%s is not exposed', async (schema) => {
    for (const attacker of ['staff', 'stranger', 'anonymous'] as const) {
      const read = { 'accept-profile': schema };
      const write = { 'content-profile': schema };
      for (const answer of await Promise.all([
        siege.send(attacker, 'users', { headers: read }),
        siege.send(attacker, 'pg_authid', { headers: read }),
        siege.send(attacker, 'users', { headers: write, body: { email: 'x@example.test' } }),
        siege.send(attacker, 'rpc/organizations_with', { headers: write, body: { permission: 'pm.patients.view' } }),
      ])) {
        expect([401, 403, 404, 406], answer.text).toContain(answer.status);
      }
    }
  });

  test.each([
    'private.schedule_claims',
    'auth.users',
    'pg_catalog.pg_user',
    'pg_user',
    '"auth"."users"',
    'information_schema.tables',
  ])('%s is not reached by its name in the path', async (name) => {
    for (const attacker of ['staff', 'anonymous'] as const) {
      const answer = await siege.send(attacker, encodeURIComponent(name));
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
    }
  });
});

describe('Accept and Range', () => {
  const types = [
    'text/csv',
    'application/json',
    'application/vnd.pgrst.object+json',
    'application/vnd.pgrst.array+json',
    'application/vnd.pgrst.plan',
    'application/vnd.pgrst.plan+json; options=analyze|verbose',
    'application/geo+json',
    'application/octet-stream',
    'text/xml',
    'text/calendar',
    'text/html',
    '*/*',
  ];
  test.each(types)('%s shows outsiders nothing', async (accept) => {
    for (const attacker of ['stranger', 'suspended', 'anonymous'] as const) {
      const { organization_id } = siege.victim;
      for (const answer of await Promise.all([
        siege.send(attacker, patient(), { headers: { accept } }),
        siege.send(attacker, `rpc/pm_calendar_file?organization_id=${organization_id}`, { headers: { accept } }),
        siege.send(attacker, 'pm_patients', { headers: { accept, range: '0-9999', 'range-unit': 'items' } }),
      ])) {
        expect(answer.text).not.toContain(siege.victim.secret);
        expect(answer.text).not.toContain(siege.victim.patient_id);
      }
    }
  });

  test('a query plan, with its estimates over everybody’s rows, is not served', async () => {
    const answer = await siege.send('staff', 'pm_patients', { headers: { accept: 'application/vnd.pgrst.plan+json' } });
    expect(answer.status).toBe(406);
  });

  test('HTML is never answered as HTML', async () => {
    const answer = await siege.send('staff', 'pm_patients', { headers: { accept: 'text/html' } });
    expect(answer.headers.get('content-type') ?? '').not.toContain('html');
  });
});
