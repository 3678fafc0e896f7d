import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { readOrCreateKeys } from './keys.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'quorum-keys-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('keys are made once, kept, and readable by their owner alone', async () => {
  const [first, second] = await Promise.all([readOrCreateKeys(folder), readOrCreateKeys(folder)]);
  expect(second).toEqual(first);
  expect(await readOrCreateKeys(folder)).toEqual(first);
  expect((await stat(path.join(folder, 'keys.json'))).mode & 0o777).toBe(0o600);
});

test('two stacks have different keys', async () => {
  const other = path.join(folder, 'other');
  expect((await readOrCreateKeys(other)).secretKey).not.toBe((await readOrCreateKeys(folder)).secretKey);
});

test.each(['', '{', '{"publishableKey": "x"}'])('a damaged file (%s) is named with what to do', async (content) => {
  await writeFile(path.join(folder, 'keys.json'), content);
  await expect(readOrCreateKeys(folder)).rejects.toThrow(/keys\.json is damaged: delete it and run/);
});
