import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase, type TestDatabase } from '../../support/database.ts';
import { type Desk, openDesk } from '../../support/front-desk.ts';
import { createPatient } from '../../support/records.ts';

// FC_RUNS=5000 soaks, FC_SEED repeats a run.
const numRuns = Number(process.env.FC_RUNS ?? 150);
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

let database: TestDatabase;
let desk: Desk;

beforeAll(async () => {
  database = await openDatabase(2);
  desk = await openDesk(database);
});
afterAll(() => database.close());

const marks = ['\u0301', '\u0308', '\u0303', '\u0327', '\u030a', '\u030c'];
const letters = [...'aaeeiioouumnrstlkbdghxyz', ...'AEOÅÉÏÑÖŠÚÇŻßøłæœđþıİ', ...'ابتسمשלוםωΣσςдж王明한', ...".'-%_\\"];
const word = fc
  .array(fc.tuple(fc.constantFrom(...letters), fc.option(fc.constantFrom(...marks), { freq: 6 })), {
    minLength: 3,
    maxLength: 12,
  })
  .map((pairs) => pairs.map(([letter, mark]) => letter + (mark ?? '')).join(''))
  .filter((text) => /\p{L}/u.test(text));
const name = fc.array(word, { minLength: 1, maxLength: 2 }).map((words) => words.join(' '));

/** The same letters with other accents, other capitals, or composed instead of in pieces. */
const disguises: ((text: string) => string)[] = [
  (text) => text,
  (text) => text.normalize('NFC'),
  (text) => text.normalize('NFD'),
  (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, ''),
  (text) => text.normalize('NFD').replace(/(?<=[aeiou])(?![\u0300-\u036f])/g, '\u0301'),
  (text) => text.replace(/[a-z]/g, (letter) => letter.toUpperCase()),
];

const wanted = fc.record({
  first: name,
  last: name,
  field: fc.constantFrom<'first' | 'last'>('first', 'last'),
  from: fc.nat(20),
  length: fc.integer({ min: 3, max: 20 }),
  disguise: fc.constantFrom(...disguises),
});

test('any piece of three letters or more of any name finds the patient, in any accenting', async () => {
  console.info(`patient search: ${numRuns} runs, FC_SEED=${seed} repeats them`);
  const property = fc.asyncProperty(wanted, async ({ first, last, field, from, length, disguise }) => {
    const id = await createPatient(desk.pool, desk.clinic.id, { first_name: first, last_name: last });
    const whole = [...(field === 'first' ? first : last)];
    const start = Math.min(from, whole.length - 3);
    const piece = disguise(whole.slice(start, start + length).join(''));
    const rows = await desk.list<{ id: string }>('pm_search_patients', {
      organization_id: desk.clinic.id,
      query: piece,
    });
    const ids = rows.map((row) => row.id);
    await desk.pool.query('delete from public.pm_patients where id = $1', [id]);
    expect(ids, piece).toContain(id);
  });
  await fc.assert(property, { numRuns, seed });
});

const people = [
  'Anna',
  'Hanna',
  'Johann',
  'Joanna',
  'Smith',
  'Smyth',
  'Smithers',
  'Goldsmith',
  'Ann-Marie',
  'Nan',
  'Nana',
  'Ana',
];
/** A name as somebody types it: a piece, two letters exchanged, one left out or wrong, another name after it. */
const typed = fc
  .record({
    name: fc.constantFrom(...people),
    at: fc.nat(6),
    slip: fc.constantFrom('none', 'swap', 'drop', 'wrong', 'cut'),
    more: fc.option(fc.constantFrom(...people), { freq: 2 }),
  })
  .map(({ name: whole, at, slip, more }) => {
    const [head, tail] = [whole.slice(0, at), whole.slice(at)];
    const slipped = {
      none: whole,
      swap: head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
      drop: head + tail.slice(1),
      wrong: `${head}x${tail.slice(1)}`,
      cut: whole.slice(0, Math.max(3, at)),
    }[slip];
    return more === null ? slipped : `${slipped} ${more}`;
  });

test('nobody is listed twice, and who is written like that comes before who is only similar', async () => {
  const clinic = await openDesk(database);
  for (const first_name of people) {
    for (const last_name of people)
      await createPatient(clinic.pool, clinic.clinic.id, { first_name, last_name, mrn: `${first_name} ${last_name}` });
  }
  const property = fc.asyncProperty(typed, async (query) => {
    const rows = await clinic.list<{ id: string; search_text: string }>('pm_search_patients', {
      organization_id: clinic.clinic.id,
      query,
    });
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
    const words = query.toLowerCase().split(' ');
    const ranks = rows.map(({ search_text }) => {
      if (words.every((each) => ` ${search_text}`.includes(` ${each}`))) return 0;
      return words.every((each) => search_text.includes(each)) ? 1 : 2;
    });
    expect(ranks).toEqual([...ranks].sort());
  });
  await fc.assert(property, { numRuns, seed });
});
