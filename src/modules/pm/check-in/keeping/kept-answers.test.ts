import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Keeper } from './keeper';
import { isHere, keep, noteHere, restore } from './kept-answers';

/** A browser's storage: Node has none of its own. `isFull` refuses like a full disk. */
class Shelf implements Storage {
  isFull = false;
  private readonly texts = new Map<string, string>();
  get length() {
    return this.texts.size;
  }
  clear() {
    this.texts.clear();
  }
  getItem(key: string) {
    return this.texts.get(key) ?? null;
  }
  key(index: number) {
    return [...this.texts.keys()][index] ?? null;
  }
  removeItem(key: string) {
    this.texts.delete(key);
  }
  setItem(key: string, text: string) {
    if (this.isFull) throw new DOMException('Full', 'QuotaExceededError');
    this.texts.set(key, text);
  }
}

const NOW = Date.parse('2026-11-24T16:00:00Z');
const ticket = { participantToken: 'secret', displayName: 'Ana' };
const asked = { title: null, questions: [], materials: [] };
const answering: Keeper = { step: 'answering', ticket, asked, answers: { mood: 3 }, problem: null };

const envelope = z.object({
  step: z.enum(['answering', 'to-send', 'sent']),
  ticket: z.any(),
  asked: z.any(),
  answers: z.any(),
  savedAt: z.number(),
});
const parse = (value: unknown) => envelope.safeParse(value).data ?? null;

let places: { device: Shelf; tab: Shelf; parse: typeof parse };
beforeEach(() => {
  places = { device: new Shelf(), tab: new Shelf(), parse };
});

const reopened = () => ({ ...places, tab: new Shelf() });

describe('until they are sent', () => {
  it('answers outlive the window', () => {
    expect(keep(places, 'link', answering, NOW)).toBe(true);
    expect(restore(reopened(), 'link', NOW)).toEqual(answering);
    expect(restore(reopened(), 'another-link', NOW)).toEqual({ step: 'nobody' });
  });

  it.each(['sending', 'waiting'] as const)('those that were %s are sent again', (step) => {
    keep(places, 'link', { step, ticket, asked, answers: { mood: 3 }, failures: 5 }, NOW);
    expect(restore(reopened(), 'link', NOW)).toMatchObject({ step: 'sending', answers: { mood: 3 }, failures: 0 });
  });

  it('a browser that keeps nothing is found out', () => {
    places.device.isFull = true;
    expect(keep(places, 'link', answering, NOW)).toBe(false);
  });
});

describe('once they are sent', () => {
  beforeEach(() => {
    keep(places, 'link', answering, NOW);
    keep(places, 'link', { step: 'sent', ticket, asked }, NOW);
  });

  it('nothing is left on the device; a reload of the tab still knows who it was', () => {
    expect(places.device.length).toBe(0);
    expect(restore(places, 'link', NOW)).toEqual({ step: 'sent', ticket, asked });
    expect(restore(reopened(), 'link', NOW)).toEqual({ step: 'nobody' });
  });

  it('nor is anything in the tab, when the participant has finished', () => {
    keep(places, 'link', { step: 'nobody' }, NOW);
    noteHere(places, 'link', null);
    expect(places.device.length + places.tab.length).toBe(0);
  });
});

it('a tab that was reloaded belongs to whom it belonged before; a new one to nobody', () => {
  noteHere(places, 'link', 'secret');
  expect(isHere(places, 'link', 'secret')).toBe(true);
  expect(isHere(places, 'link', 'other')).toBe(false);
  expect(isHere(reopened(), 'link', 'secret')).toBe(false);
});

it('clears away what is older than three days, of any link, and what cannot be read', () => {
  keep(places, 'old', answering, NOW - 4 * 86_400_000);
  keep(places, 'young', answering, NOW - 86_400_000);
  places.device.setItem('quorum.check-in.broken', '{"step":');
  places.device.setItem('somebody-else', 'stays');
  restore(places, 'link', NOW);
  expect([0, 1, 2].map((index) => places.device.key(index))).toEqual(['quorum.check-in.young', 'somebody-else', null]);
});
