import { describe, expect, it } from 'vitest';
import { queryKey } from './query-key';

describe('queryKey', () => {
  it('begins with the organization and the feature, so that the prefix invalidates all of it', () => {
    expect(queryKey('org', 'groups')).toEqual(['org', 'groups']);
    expect(queryKey('org', 'groups', 'list')).toEqual(['org', 'groups', 'list']);
    expect(queryKey('org', 'groups', 'detail', 'id')).toEqual(['org', 'groups', 'detail', 'id']);
  });
});
