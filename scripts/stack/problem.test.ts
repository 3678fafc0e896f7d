import { expect, test } from 'vitest';
import { describeError, Problem } from './problem.ts';

const systemError = (code: string, file: string) => Object.assign(new Error(`${code}: raw text`), { code, path: file });

test('a problem is shown as it is', () => {
  expect(describeError(new Problem('Do this.'))).toBe('Do this.');
});

test('a folder without rights is named, with what to do', () => {
  expect(describeError(systemError('EACCES', '/data'))).toMatch(/^Not allowed to use \/data: .*QUORUM_DATA_DIR/);
});

test.each([
  systemError('ENOSPC', '/data'),
  Object.assign(new Error('could not extend file'), { code: '53100' }),
  new Error('initdb: could not write: No space left on device'),
])('a full disk is recognized from Node, Postgres and initdb', (error) => {
  expect(describeError(error)).toMatch(/^The disk is full/);
});

test('anything else shows its message, not its stack', () => {
  expect(describeError(new Error('odd'))).toBe('odd');
  expect(describeError('odd')).toBe('odd');
});
