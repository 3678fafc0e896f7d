import { describe, expect, it } from 'vitest';
import { neighbour, readListKey } from './list-keys';

const plain = { ctrlKey: false, altKey: false, metaKey: false };

describe('keys of the attendance list', () => {
  it.each([
    ['p', 'present'],
    ['P', 'present'],
    ['l', 'late'],
    ['e', 'left_early'],
    ['x', 'excused'],
    ['a', 'absent'],
  ])('%s records %s', (key, status) => {
    expect(readListKey({ ...plain, key })).toEqual({ kind: 'record', status });
  });

  it.each(['q', 'Enter', ' ', 'Tab', '1', 'constructor'])('%j is left to the browser', (key) => {
    expect(readListKey({ ...plain, key })).toBeNull();
  });

  it.each(['ctrlKey', 'altKey', 'metaKey'])('nothing is taken with %s: printing is not "present"', (modifier) => {
    expect(readListKey({ ...plain, key: 'p', [modifier]: true })).toBeNull();
  });

  it('stays within the five', () => {
    expect(neighbour('present', -1)).toBe('present');
    expect(neighbour('present', 1)).toBe('late');
    expect(neighbour('absent', 1)).toBe('absent');
  });
});
