import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answering, type Asked, type Keeper, type KeeperEvent, NOBODY, nextKeeper, retryDelay } from './keeper';

const asked: Asked = {
  title: 'Check-in',
  questions: [
    { id: 'mood', type: 'scale', text: 'How are you?', min: 0, max: 10, required: true },
    { id: 'note', type: 'text', text: 'Anything else?' },
  ],
  materials: [],
};
const ticket = { participantToken: 'secret', displayName: 'Ana' };
const SEND: KeeperEvent = { type: 'send', answers: { mood: 3 } };
const joined: KeeperEvent = { type: 'joined', ticket, asked, hasAnswered: false };

function after(...events: KeeperEvent[]): Keeper {
  return events.reduce(nextKeeper, NOBODY);
}

describe('on the way', () => {
  const sending = [joined, { type: 'answered', answers: { mood: 3 } }, SEND] satisfies KeeperEvent[];

  it('are the answers as they were given to be sent', () => {
    expect(after(...sending)).toMatchObject({ step: 'sending', answers: { mood: 3 }, failures: 0 });
  });

  it('waits after a failure, longer each time, and keeps what is to be sent', () => {
    const once = after(...sending, { type: 'unreachable' });
    expect(once).toMatchObject({ step: 'waiting', failures: 1, answers: { mood: 3 } });
    const twice = [{ type: 'retry' }, { type: 'unreachable' }] satisfies KeeperEvent[];
    expect(twice.reduce(nextKeeper, once)).toMatchObject({ step: 'waiting', failures: 2, answers: { mood: 3 } });
    expect([1, 2, 3, 20].map(retryDelay)).toEqual([2_000, 4_000, 8_000, 60_000]);
  });

  it('is left by what the server says, and by nothing else', () => {
    expect(after(...sending, { type: 'delivered' })).toEqual({ step: 'sent', ticket, asked });
    expect(after(...sending, { type: 'corrected', problem: 'No.' })).toMatchObject({
      step: 'answering',
      problem: 'No.',
      answers: { mood: 3 },
    });
    const refused = after(...sending, { type: 'refused', reason: 'PARTICIPANT_UNKNOWN' });
    expect(refused).toMatchObject({ step: 'refused', answers: { mood: 3 } });
    expect(nextKeeper(refused, { type: 'retry' })).toMatchObject({ step: 'sending', answers: { mood: 3 } });
  });
});

it('who has answered before sees the result, and is asked nothing', () => {
  expect(after({ ...joined, hasAnswered: true })).toEqual({ step: 'sent', ticket, asked });
});

it('when other questions are asked by now, keeps the answers to those that stay', () => {
  const now = { ...asked, questions: asked.questions.slice(0, 1) };
  const keeper = after(joined, { type: 'answered', answers: { mood: 4, note: 'x' } }, { type: 'asked', asked: now });
  expect(keeper).toMatchObject({ step: 'answering', asked: now, answers: { mood: 4 } });
});

const event: fc.Arbitrary<KeeperEvent> = fc.oneof(
  fc.record({ mood: fc.integer({ min: 0, max: 10 }) }).map((answers) => ({ type: 'answered' as const, answers })),
  fc.constantFrom<KeeperEvent>(
    joined,
    { type: 'asked', asked: { ...asked, questions: [] } },
    SEND,
    { type: 'retry' },
    { type: 'delivered' },
    { type: 'unreachable' },
    { type: 'corrected', problem: 'No.' },
    { type: 'refused', reason: null },
  ),
);

it('whatever happens: answers on their way do not change, and are never lost before the server has them', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let keeper = after(joined);
      for (const each of events.filter(({ type }) => type !== 'joined')) {
        const next = nextKeeper(keeper, each);
        if (isOnItsWay(keeper)) {
          if (next.step === 'sent') expect(each.type).toBe('delivered');
          else expect(next).toHaveProperty('answers', keeper.answers);
        }
        expect(next.step === 'nobody').toBe(false);
        if (keeper.step === 'sent') expect(next).toBe(keeper);
        keeper = next;
      }
    }),
  );
});

function isOnItsWay(keeper: Keeper): keeper is Extract<Keeper, Answering> {
  return keeper.step === 'sending' || keeper.step === 'waiting' || keeper.step === 'refused';
}
