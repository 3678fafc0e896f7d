import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ATTENDANCE_STATUSES, type AttendanceStatus, personKey, type Tap } from './tap';
import { guid, sharedStorage, tap } from './tap.fixture';
import { nextRecordedAt } from './tap-order';
import { createTapSender } from './tap-sender';
import type { TapStore } from './tap-store';

class Lost extends Error {}
class Refused extends Error {}

/** What becomes of a call on its way: `answer-lost` reaches the server, `doubled` reaches it twice, the second time later. */
type Fate = 'arrives' | 'lost' | 'answer-lost' | 'doubled';

/** A network between the queue and the rule that `pm_record_attendance` holds: of two entries the later one stays. */
function network(refuses: (tap: Tap) => boolean = () => false) {
  const stored = new Map<string, Pick<Tap, 'status' | 'recordedAt'>>();
  const calls: (readonly Tap[])[] = [];
  const onTheWay: (readonly Tap[])[] = [];
  const fates: Fate[] = [];

  function record(taps: readonly Tap[]) {
    if (taps.some(refuses)) throw new Refused('PATIENT_NOT_FOUND');
    for (const { status, recordedAt, ...person } of taps) {
      const before = stored.get(personKey(person));
      if (!before || before.recordedAt < recordedAt) stored.set(personKey(person), { status, recordedAt });
    }
  }

  return {
    stored,
    calls,
    fates,
    /** What was doubled arrives at last, the latest first. */
    deliverDelayed() {
      for (const taps of onTheWay.splice(0).reverse()) record(taps);
    },
    sender(store: TapStore, exclusively = (work: () => Promise<void>) => work()) {
      return createTapSender({
        store,
        exclusively,
        refusalOf: (error) => (error instanceof Refused ? error.message : null),
        send: async (taps) => {
          const fate = fates.shift() ?? 'arrives';
          calls.push(taps);
          await Promise.resolve();
          if (fate === 'lost') throw new Lost();
          record(taps);
          if (fate === 'doubled') onTheWay.push(taps);
          if (fate === 'answer-lost') throw new Lost();
        },
      });
    },
  };
}

type Step =
  | { kind: 'tap'; tab: 0 | 1; person: number; status: AttendanceStatus | null; clock: number }
  | { kind: 'flush'; tab: 0 | 1; fates: Fate[] }
  | { kind: 'reload'; tab: 0 | 1 }
  | { kind: 'deliver' };

const tabs = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constant('tap' as const),
    tab: tabs,
    person: fc.integer({ min: 1, max: 4 }),
    status: fc.constantFrom(...ATTENDANCE_STATUSES, null),
    // Clocks jump, backwards too.
    clock: fc.integer({ min: 0, max: 5_000 }),
  }),
  fc.record({
    kind: fc.constant('flush' as const),
    tab: tabs,
    fates: fc.array(fc.constantFrom<Fate>('arrives', 'lost', 'answer-lost', 'doubled'), { maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('reload' as const), tab: tabs }),
  fc.record({ kind: fc.constant('deliver' as const) }),
);

describe('whatever the network does', () => {
  it('the server ends with the last tap about everybody, and nothing stays behind', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const shared = sharedStorage();
        const server = network();
        const open = () => {
          const store = shared.openStore();
          return { store, sender: server.sender(store) };
        };
        const opened = [open(), open()] as const;
        const tabsNow = [...opened];
        const last = new Map<string, AttendanceStatus | null>();
        const running: Promise<unknown>[] = [];
        for (const next of steps) {
          await Promise.resolve();
          if (next.kind === 'deliver') server.deliverDelayed();
          else if (next.kind === 'reload') tabsNow[next.tab] = open();
          else if (next.kind === 'flush') {
            server.fates.push(...next.fates);
            running.push((tabsNow[next.tab] ?? open()).sender.flush());
            if (next.fates.length % 2 === 0) await Promise.all(running);
          } else {
            const { store } = tabsNow[next.tab] ?? open();
            const key = guid(next.person);
            const seen = [
              server.stored.get(key)?.recordedAt ?? null,
              ...store.refresh().flatMap((kept) => (personKey(kept) === key ? [kept.recordedAt] : [])),
            ];
            const at = nextRecordedAt(new Date(Date.UTC(2026, 10, 21) + next.clock), seen);
            store.put([tap({ person: next.person, status: next.status, at })]);
            last.set(key, next.status);
          }
        }
        await Promise.all(running);
        server.fates.length = 0;
        const { store, sender } = open();
        expect(await sender.flush()).toBe('all');
        server.deliverDelayed();
        expect(new Map([...server.stored].map(([key, { status }]) => [key, status]))).toEqual(last);
        expect(store.refresh()).toEqual([]);
        expect(shared.entries.size).toBe(0);
      }),
      { numRuns: 500 },
    );
  });
});

describe('sending', () => {
  it('sends all that waits about a session in one call, in the order of the taps', async () => {
    const store = sharedStorage().openStore();
    const server = network();
    const [second, first] = [tap({ person: 2, at: '2026-11-21T10:00:02.000Z' }), tap({ person: 1 })];
    store.put([second, first]);
    expect(await server.sender(store).flush()).toBe('all');
    expect(server.calls).toEqual([[first, second]]);
  });

  it('keeps what did not arrive, and says so', async () => {
    const store = sharedStorage().openStore();
    const server = network();
    const kept = tap();
    store.put([kept]);
    server.fates.push('lost');
    expect(await server.sender(store).flush()).toBe('failed');
    expect(store.all()).toEqual([kept]);
  });

  it('sends what was tapped while it was sending', async () => {
    const store = sharedStorage().openStore();
    const server = network();
    const sender = server.sender(store);
    store.put([tap({ status: 'present' })]);
    const first = sender.flush();
    store.put([tap({ status: 'late', at: '2026-11-21T10:00:05.000Z' })]);
    await Promise.all([first, sender.flush(), sender.flush()]);
    expect(server.stored.get(guid(1))?.status).toBe('late');
    expect(server.calls).toHaveLength(2);
    expect(store.all()).toEqual([]);
  });

  it('two tabs do not send the same twice', async () => {
    const shared = sharedStorage();
    const server = network();
    let turn: Promise<unknown> = Promise.resolve();
    const exclusively = (work: () => Promise<void>) => {
      const mine = turn.then(work);
      turn = mine;
      return mine;
    };
    const [one, other] = [shared.openStore(), shared.openStore()];
    one.put([tap({ person: 1 }), tap({ person: 2 })]);
    await Promise.all([server.sender(one, exclusively).flush(), server.sender(other, exclusively).flush()]);
    expect(server.calls).toHaveLength(1);
  });

  it('one that is refused does not keep the others, and is shown until given up or tapped anew', async () => {
    const store = sharedStorage().openStore();
    const server = network((entry) => entry.patientId === guid(2));
    const refused = tap({ person: 2 });
    store.put([tap({ person: 1 }), refused, tap({ person: 3 })]);
    const sender = server.sender(store);
    expect(await sender.flush()).toBe('all');
    expect([...server.stored.keys()].sort()).toEqual([guid(1), guid(3)]);
    expect(store.all()).toEqual([{ ...refused, refusal: 'PATIENT_NOT_FOUND' }]);
    const calls = server.calls.length;
    expect(await sender.flush()).toBe('all');
    expect(server.calls).toHaveLength(calls);
  });

  it('a connection that breaks in between loses neither the refused nor the rest', async () => {
    const store = sharedStorage().openStore();
    const server = network((entry) => entry.patientId === guid(1));
    const taps = [tap({ person: 1 }), tap({ person: 2, at: '2026-11-21T10:00:01.000Z' })];
    store.put(taps);
    server.fates.push('arrives', 'arrives', 'lost');
    const sender = server.sender(store);
    expect(await sender.flush()).toBe('failed');
    expect(store.all()).toHaveLength(2);
    expect(await sender.flush()).toBe('all');
    expect(server.stored.get(guid(2))?.status).toBe('present');
    expect(store.all().map(({ refusal }) => refusal)).toEqual(['PATIENT_NOT_FOUND']);
  });

  it('a page that is being left gets no lock: nothing is lost, nothing thrown', async () => {
    const store = sharedStorage().openStore();
    store.put([tap()]);
    const sender = network().sender(store, () => Promise.reject(new DOMException('left', 'AbortError')));
    expect(await sender.flush()).toBe('failed');
    expect(store.all()).toHaveLength(1);
  });
});
