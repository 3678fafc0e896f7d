import path from 'node:path';
import { expect, test } from 'vitest';
import { Problem } from './problem.ts';
import { projectRoot, readSettings } from './settings.ts';

test('without variables the usual ports and .local are used', () => {
  expect(readSettings({})).toEqual({
    appPort: 5173,
    apiPort: 54321,
    databasePort: 54322,
    dataDirectory: path.join(projectRoot, '.local'),
  });
});

test('an empty variable counts as unset', () => {
  expect(readSettings({ QUORUM_API_PORT: '', QUORUM_DATA_DIR: '' }).apiPort).toBe(54321);
});

test('variables move the stack, and a relative folder starts at the project', () => {
  const settings = readSettings({ QUORUM_APP_PORT: ' 6173', QUORUM_DATA_DIR: 'other' });
  expect(settings.appPort).toBe(6173);
  expect(settings.dataDirectory).toBe(path.join(projectRoot, 'other'));
});

test.each(['x', '80', '65536', '-1', '5173.5', '1e4'])('the port "%s" is refused in one sentence', (value) => {
  expect(() => readSettings({ QUORUM_DB_PORT: value })).toThrow(
    new Problem(`QUORUM_DB_PORT is "${value}": it must be a port number from 1024 to 65535.`),
  );
});

test('the same port twice is refused', () => {
  expect(() => readSettings({ QUORUM_APP_PORT: '54321' })).toThrow(/three different ports/);
});
