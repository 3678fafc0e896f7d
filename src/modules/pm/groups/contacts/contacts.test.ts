import { describe, expect, it } from 'vitest';
import { addressesOf, type Contact, callLink, isUnreachable } from './contact';
import { mailLinks } from './mail-links';

const MARIA: Contact = { id: 'm', name: 'Maria Lopez', phone: '(602) 555-0142', email: ' family@example.org' };
const BEN: Contact = { id: 'b', name: 'Ben Ito', phone: null, email: 'family@example.org' };
const OLU: Contact = { id: 'o', name: 'Olu Ade', phone: null, email: null };

it('knows who cannot be reached, and writes to each address once', () => {
  expect([MARIA, BEN, OLU].filter(isUnreachable)).toEqual([OLU]);
  expect(addressesOf([MARIA, BEN, OLU])).toEqual(['family@example.org']);
});

it.each([
  ['(602) 555-0142', 'tel:6025550142'],
  ['+1 602 555 0142', 'tel:+16025550142'],
  ['0049+30/1234', 'tel:0049301234'],
  ['javascript:alert(1)', 'tel:1'],
])('%s is called as %s', (phone, link) => expect(callLink(phone)).toBe(link));

describe('mailLinks', () => {
  const message = { subject: 'Your session & more', body: 'Line 1\nLine 2' };

  it('writes blind copies, and nothing that an address could add to the message', () => {
    expect(mailLinks(['a@b.test', 'x&cc=spy@evil.test'], message)).toEqual([
      {
        href: 'mailto:?bcc=a%40b.test,x%26cc%3Dspy%40evil.test&subject=Your%20session%20%26%20more&body=Line%201%0ALine%202',
        count: 2,
      },
    ]);
  });

  it('takes several messages for many people, and forgets nobody', () => {
    const many = Array.from({ length: 100 }, (_, index) => `somebody.with.a.name.${index}@example.org`);
    const links = mailLinks(many, message);
    expect(links.length).toBeGreaterThan(1);
    expect(links.every(({ href }) => href.length <= 1800)).toBe(true);
    expect(links.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(mailLinks([], message)).toEqual([]);
  });
});
