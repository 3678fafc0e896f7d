import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from './stack/settings.ts';

const entry = z.object({ dev: z.boolean().optional(), license: z.string().optional() });
const lock = z.object({ packages: z.record(z.string(), entry) });

/** May be passed on inside an app under the MIT licence; OFL is for typefaces. */
const inTheApp = ['0BSD', '(MIT OR CC0-1.0)', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'OFL-1.1'];
/** A package whose parts are under several licences suits when each of them does. */
function suits(license: string, fine: readonly string[]): boolean {
  return license.split(' AND ').every((one) => fine.includes(one));
}

/** Also fine for tools, which are not passed on. */
const inTools = [...inTheApp, 'MIT OR Apache-2.0', 'MIT-0', 'MPL-2.0', 'Unlicense'];

// A new dependency under another licence is a decision of people.
test('every dependency has a licence that suits', async () => {
  const text = await readFile(path.join(projectRoot, 'package-lock.json'), 'utf8');
  const { '': _, ...packages } = lock.parse(JSON.parse(text)).packages;
  const unsuited = Object.entries(packages).flatMap(([folder, { dev = false, license = 'none' }]) =>
    suits(license, dev ? inTools : inTheApp) ? [] : [`${folder}: ${license}`],
  );
  expect(unsuited).toEqual([]);
});
