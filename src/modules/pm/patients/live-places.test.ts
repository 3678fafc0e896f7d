import { expect, it } from 'vitest';
import { livePlaces, placeWords } from './live-places';

const dbt = { id: 'dbt', name: 'DBT Skills' };
const grief = { id: 'grief', name: 'Grief & Loss' };

it('counts places from 1 in each waitlist, and puts seats first', () => {
  const places = livePlaces(
    [
      { id: 'e1', status: 'waitlisted', group: dbt },
      { id: 'e2', status: 'enrolled', group: grief },
    ],
    [
      { id: 'x', group_definition_id: 'dbt' },
      { id: 'y', group_definition_id: 'grief' },
      { id: 'e1', group_definition_id: 'dbt' },
    ],
  );
  expect(places.map(placeWords)).toEqual(['Grief & Loss', 'DBT Skills, waitlist place 2']);
});

it('says that somebody waits where the place is not known', () => {
  const places = livePlaces([{ id: 'e1', status: 'waitlisted', group: dbt }], []);
  expect(places.map(placeWords)).toEqual(['DBT Skills, waitlist']);
});

it('names a group that the reader may not see as not available', () => {
  expect(livePlaces([{ id: 'e1', status: 'enrolled', group: null }], []).map(placeWords)).toEqual([
    'Group not available',
  ]);
});
