import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { createPatient } from '../../support/records.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

type Name = [first_name: string, last_name: string, further?: Record<string, unknown>];

/** An organization with patients of these names. */
async function deskWith(...names: Name[]): Promise<Desk> {
  const desk = await openDesk(database);
  for (const [first_name, last_name, further] of names) {
    await createPatient(desk.pool, desk.clinic.id, { first_name, last_name, ...further });
  }
  return desk;
}
const found = async (desk: Desk, query: string) =>
  (
    await desk.list<{ first_name: string; last_name: string }>('pm_search_patients', {
      organization_id: desk.clinic.id,
      query,
    })
  ).map((patient) => `${patient.first_name} ${patient.last_name}`);

test.each([
  ['José', 'Núñez', ['jose', 'JOSÉ', 'nunez', 'Ñúñez', 'jos\u0065\u0301']],
  ['Zoë', 'Brontë', ['zoe', 'zoë', 'bronte', 'Brontë']],
  ['Jürgen', 'Weiß', ['jurgen', 'weiss', 'WEISS', 'weiß', 'WEIẞ', 'Jürgen Weiss']],
  ['Søren', 'Ærø', ['soren', 'SØREN', 'aero', 'ærø']],
  ['Łukasz', 'Żółkiewski', ['lukasz', 'łukasz', 'zolkiewski', 'ŻÓŁKIEWSKI']],
  ['Đặng', 'Nguyễn', ['dang', 'nguyen', 'Nguyễn', 'ĐẶNG']],
  ['Þóra', 'Guðmundsdóttir', ['gudmunds', 'GUÐMUNDSDÓTTIR']],
  ['İpek', 'Yıldız', ['ipek', 'İPEK', 'yildiz', 'YILDIZ', 'yıldız']],
  ['Renee', 'Muller', ['renée', 'RENÉE', 'müller', 'Mül']],
  ['Ｍａｒｉｅ', 'ﬁsher', ['marie', 'fisher', 'FISH']],
])('%s %s is found however the accents are typed', async (first, last, queries) => {
  const desk = await deskWith([first, last], ['Somebody', 'Else'], ['Quentin', 'Vogel']);
  for (const query of queries) expect((await found(desk, query))[0], query).toBe(`${first} ${last}`);
});

test.each([
  ['two letters exchanged', 'Jonhson'],
  ['the first letters exchanged', 'Ojhnson'],
  ['a letter missing', 'Jonson'],
  ['a letter too many', 'Johnnson'],
  ['a wrong letter', 'Johnsen'],
  ['a typo in both names', 'Kathrine Jonson'],
  ['a typo in a preferred name', 'Kitti'],
])('%s: %s', async (_what, query) => {
  const desk = await deskWith(
    ['Katherine', 'Johnson', { preferred_name: 'Kitty' }],
    ['Bob', 'Ray'],
    ['Mohammed', 'Al-Farsi'],
    ['Ursula', 'Vandermeer'],
  );
  expect((await found(desk, query))[0]).toBe('Katherine Johnson');
});

test.each(['(602) 555-0147', '602-555-0147', '6025550147', '602 555 0147', '555-0147', '0147', '+1 602'])(
  'the phone number typed as %s finds its patient',
  async (query) => {
    const desk = await deskWith(
      ['Ann', 'Phone', { phone: '+1 (602) 555-0147' }],
      ['Ben', 'Phone', { phone: '(480) 555-9921' }],
    );
    expect((await found(desk, query))[0]).toBe('Ann Phone');
  },
);

test.each([
  ['two letters exchanged', 'Simth'],
  ['a letter missing', 'Smth'],
  ['a letter too many', 'Smiith'],
  ['a wrong letter', 'Smoth'],
])('a short name forgives, too: %s', async (_what, query) => {
  const desk = await deskWith(['Anna', 'Smith'], ['Bob', 'Ray'], ['Mohammed', 'Al-Farsi'], ['Ursula', 'Vandermeer']);
  expect((await found(desk, query))[0]).toBe('Anna Smith');
});

test('words that begin so come before words that contain it, and each kind by name', async () => {
  const desk = await deskWith(
    ['Susanna', 'Abbott'],
    ['Joanna', 'Baker'],
    ['Anna', 'Zimmer'],
    ['Annabel', 'Young'],
    ['Hanna', 'Cole'],
    ['Marta', 'Annan'],
  );
  expect(await found(desk, 'anna')).toEqual([
    ...['Marta Annan', 'Annabel Young', 'Anna Zimmer'],
    ...['Susanna Abbott', 'Joanna Baker', 'Hanna Cole'],
  ]);
});

test('who is written like that comes before who is written nearly like that, and nobody comes twice', async () => {
  const desk = await deskWith(['Stephen', 'Marks'], ['Steven', 'Marks'], ['Stefan', 'Marx']);
  const names = await found(desk, 'stephen');
  expect(names[0]).toBe('Stephen Marks');
  expect(new Set(names).size).toBe(names.length);
});

test('two words must both fit, in any order and in any of the fields', async () => {
  const desk = await deskWith(
    ['Maria', 'Garcia', { mrn: 'A-1' }],
    ['Maria', 'Lopez', { mrn: 'A-2' }],
    ['Elena', 'Garcia', { mrn: 'A-3' }],
    ['Ana', 'Sol', { mrn: 'A-4', preferred_name: 'Maria' }],
    ['Mariana', 'Garciaz', { mrn: 'A-5' }],
  );
  expect((await found(desk, 'garcía MARIA'))[0]).toBe('Maria Garcia');
  expect((await found(desk, 'maria a-2'))[0]).toBe('Maria Lopez');
  expect((await found(desk, 'sol maria'))[0]).toBe('Ana Sol');
});

test('of many who are written like that, all are listed and nobody who is only similar', async () => {
  const smiths = Array.from({ length: 7 }, (_, index): Name => [`Pat ${index}`, 'Smith']);
  const desk = await deskWith(...smiths, ['Ann', 'Smyth']);
  expect(await found(desk, 'smith')).toEqual(smiths.map(([first, last]) => `${first} ${last}`));
});

test('of hundreds who fit, the first two hundred by name are listed, words that begin so before all others', async () => {
  const desk = await openDesk(database);
  const add = (count: number, name: string) =>
    desk.pool.query(
      `insert into public.pm_patients (organization_id, mrn, first_name, last_name)
       select $1, gen_random_uuid(), 'Pat ' || to_char(number, 'FM000'), $2 from generate_series(1, $3) number`,
      [desk.clinic.id, name, count],
    );
  await add(220, 'Blacksmith');
  await add(150, 'Smithson');
  const names = await found(desk, 'smith');
  expect(names).toHaveLength(200);
  expect(names.slice(0, 150)).toEqual(
    Array.from({ length: 150 }, (_, index) => `Pat ${String(index + 1).padStart(3, '0')} Smithson`),
  );
  expect(names[150]).toBe('Pat 001 Blacksmith');
  await add(100, 'Smithers');
  expect(new Set((await found(desk, 'smith')).map((each) => each.split(' ')[2]))).toEqual(
    new Set(['Smithers', 'Smithson']),
  );
  // With a name more, the one that is meant is there, however many share the other.
  expect((await found(desk, 'blacksmith 219'))[0]).toBe('Pat 219 Blacksmith');
});
