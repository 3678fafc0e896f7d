import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commaList, readUrlState, writeUrlState } from './url-state';

const schema = z.object({
  search: z.string().default(''),
  page: z.coerce.number().int().min(1).default(1),
  sort: z.enum(['name', 'status']).default('name'),
  status: commaList(z.enum(['active', 'inactive'])),
  only: z.enum(['active', '']).default('active'),
});

describe('readUrlState', () => {
  it('reads what fits', () => {
    const params = new URLSearchParams('search=anger&page=3&sort=status&status=active,inactive');
    expect(readUrlState(schema, params)).toEqual({
      search: 'anger',
      page: 3,
      sort: 'status',
      status: ['active', 'inactive'],
      only: 'active',
    });
  });

  it.each([
    '',
    'page=0',
    'page=-1',
    'page=abc',
    'page=1e99999',
    'sort=__proto__',
    'sort=drop',
    'status=,,x',
    'unknown=1',
  ])('falls back for "%s"', (address) => {
    expect(readUrlState(schema, new URLSearchParams(address))).toEqual({
      search: '',
      page: 1,
      sort: 'name',
      status: [],
      only: 'active',
    });
  });

  it('keeps what fits beside what does not', () => {
    expect(readUrlState(schema, new URLSearchParams('page=x&search=a&status=active,x'))).toMatchObject({
      page: 1,
      search: 'a',
      status: ['active'],
    });
  });
});

describe('writeUrlState', () => {
  it('leaves out defaults and keeps what belongs to others', () => {
    const params = new URLSearchParams('page=3&status=active&dialog=new');
    expect(writeUrlState(schema, params, { page: 1, sort: 'status' }).toString()).toBe(
      'status=active&dialog=new&sort=status',
    );
  });

  it('writes a list, and takes away an empty one', () => {
    const written = writeUrlState(schema, new URLSearchParams(), { status: ['active', 'inactive'] });
    expect(written.get('status')).toBe('active,inactive');
    expect(writeUrlState(schema, written, { status: [] }).has('status')).toBe(false);
  });

  it('writes an empty value where the default is another', () => {
    const written = writeUrlState(schema, new URLSearchParams(), { only: '' });
    expect(readUrlState(schema, written).only).toBe('');
  });
});
