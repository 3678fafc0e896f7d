import { expect, it, vi } from 'vitest';
import { sharedStorage, tap } from './tap.fixture';

it('keeps taps over a reload, and gives the same array until something changes', () => {
  const shared = sharedStorage();
  const store = shared.openStore();
  const kept = tap();
  store.put([kept]);
  expect(store.all()).toBe(store.all());
  expect(shared.openStore().all()).toEqual([kept]);
  store.remove([kept]);
  expect(shared.openStore().all()).toEqual([]);
  expect(shared.entries.size).toBe(0);
});

it('two tabs keep all that is tapped in both', () => {
  const shared = sharedStorage();
  const [one, other] = [shared.openStore(), shared.openStore()];
  const [first, second] = [tap({ person: 1 }), tap({ person: 2 })];
  one.put([first]);
  other.put([second]);
  expect(one.refresh()).toEqual(expect.arrayContaining([first, second]));
});

it('keeps the last word about a person only: taking it back does not bring back the one before', () => {
  const shared = sharedStorage();
  const [one, other] = [shared.openStore(), shared.openStore()];
  const [first, second] = [tap({ at: '2026-11-21T10:00:00.000Z' }), tap({ at: '2026-11-21T10:00:01.000Z' })];
  const [ofAnother, elsewhere] = [tap({ person: 2 }), tap({ session: 2 })];
  one.put([first, ofAnother, elsewhere]);
  other.put([second]);
  expect(one.refresh()).toHaveLength(3);
  other.remove([second]);
  expect(one.refresh()).toEqual(expect.arrayContaining([ofAnother, elsewhere]));
  expect(one.all()).toHaveLength(2);
});

it('tells of changes here, in another tab, and when all is forgotten', () => {
  const shared = sharedStorage();
  const store = shared.openStore();
  const listener = vi.fn();
  const unsubscribe = store.subscribe(listener);
  store.put([tap()]);
  expect(listener).toHaveBeenCalledTimes(1);
  shared.entries.clear();
  shared.tell('changed');
  expect(listener).toHaveBeenCalledTimes(2);
  expect(store.all()).toEqual([]);
  unsubscribe();
  shared.tell('changed');
  expect(listener).toHaveBeenCalledTimes(2);
});

it('holds in memory what the browser does not keep, and forgets that too', () => {
  const shared = sharedStorage();
  const full = {
    ...shared.storage,
    length: 0,
    setItem: () => {
      throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
    },
  };
  const store = shared.openStore(full);
  store.subscribe(() => {});
  const unkept = tap();
  store.put([unkept]);
  expect(store.all()).toEqual([unkept]);
  shared.tell('forgotten');
  expect(store.all()).toEqual([]);
});

it.each(['', 'null', '{"id":1}', '{', '[]'])('does not stumble over %j in the storage', (text) => {
  const shared = sharedStorage();
  shared.storage.setItem('quorum.kept.attendance.x', text);
  shared.storage.setItem('quorum.organization', 'riverbend');
  expect(shared.openStore().all()).toEqual([]);
});
