import { describe, expect, it } from 'vitest';
import { readUrlState } from '@/platform/query/url-state';
import { sessionAddressSchema } from './session-address';

function read(query: string) {
  return readUrlState(sessionAddressSchema, new URLSearchParams(query));
}

describe('what of sessions is open, in the address', () => {
  it('is nothing by default', () => {
    expect(read('')).toEqual({
      session: '',
      dialog: '',
      group: '',
      on: '',
      from: '',
      until: '',
      person: '',
      room: '',
      series: '',
    });
  });

  it('reads a slot', () => {
    expect(read('dialog=new&on=2026-11-24&from=10:00&until=11:30')).toMatchObject({
      dialog: 'new',
      on: '2026-11-24',
      from: '10:00',
      until: '11:30',
    });
  });

  it.each([
    'session=1',
    'session=<script>',
    'dialog=delete',
    'group=x',
    'series=7',
    'person=me',
    'on=2026-13-01',
    'from=25:00',
    'until=9',
  ])('takes %s as nothing', (query) => {
    expect(read(query)).toEqual(read(''));
  });
});
