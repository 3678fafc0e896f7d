import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './stack/settings.ts';

const entry = z.object({
  version: z.string().optional(),
  resolved: z.string().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lock = z.object({ packages: z.record(z.string(), entry) });

async function packages() {
  const text = await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8');
  return lock.parse(JSON.parse(text)).packages;
}

// npm leaves out what a registry doesn't offer at that moment, and `npm ci` then fails on every machine.
test('the lock file has the packages of every platform', async () => {
  const all = await packages();
  const missing = Object.entries(all).flatMap(([folder, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in all) && !(`${folder}/node_modules/${name}` in all),
    ),
  );
  expect(missing).toEqual([]);
});

test('the lock file names no registry, so that each machine uses its own', async () => {
  expect(Object.values(await packages()).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});
