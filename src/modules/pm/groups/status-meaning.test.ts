import { expect, it } from 'vitest';
import { statusChangeSentences } from './status-meaning';

const BUSY = { enrolled: 8, waiting: 2, free: 0, sessionsToCome: 5 };

it('says what pausing or ending a group does to whom', () => {
  expect(statusChangeSentences('inactive', BUSY)).toEqual([
    '8 patients stay in their seats.',
    '2 patients keep their places on the waitlist, but nobody moves up, even if a seat comes free.',
    '5 sessions to come stay planned: cancel those that should not take place.',
  ]);
  expect(statusChangeSentences('completed', { enrolled: 1, waiting: 1, free: 3, sessionsToCome: 1 })).toEqual([
    '1 patient stays on the roster, as they were enrolled.',
    '1 patient keeps the place on the waitlist, but nobody moves up, even if a seat comes free.',
    '1 session to come stays planned: cancel it, if it should not take place.',
  ]);
});

it('needs no words where nobody is affected, or the reader may not know', () => {
  expect(statusChangeSentences('completed', { enrolled: 0, waiting: 0, free: 9, sessionsToCome: 0 })).toEqual([]);
  expect(statusChangeSentences('inactive', { enrolled: null, waiting: null, free: 0, sessionsToCome: null })).toEqual(
    [],
  );
});

it('says that activating promotes nobody', () => {
  expect(statusChangeSentences('active', BUSY)).toEqual([]);
  expect(statusChangeSentences('active', { ...BUSY, waiting: 1, free: 2 })).toEqual([
    '1 patient waits and 2 seats are free. Nobody moves up by this alone: promote them on the waitlist.',
  ]);
});
