import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { errorCode, Problem } from './problem.ts';

const schema = z.object({
  publishableKey: z.string().startsWith('sb_publishable_'),
  secretKey: z.string().startsWith('sb_secret_'),
  jwtSecret: z.string().min(32),
  databasePassword: z.string().min(16),
});

/** The secrets of one local stack, made once per data directory. */
export type Keys = z.infer<typeof schema>;

const random = () => randomBytes(24).toString('base64url');

/** New secrets, for a stack that is thrown away. */
export function createKeys(): Keys {
  return {
    publishableKey: `sb_publishable_${random()}`,
    secretKey: `sb_secret_${random()}`,
    jwtSecret: randomBytes(32).toString('hex'),
    databasePassword: random(),
  };
}

/** The secrets in `<data directory>/keys.json`, made on first use, readable by the owner alone. */
export async function readOrCreateKeys(dataDirectory: string): Promise<Keys> {
  const file = path.join(dataDirectory, 'keys.json');
  const draft = path.join(dataDirectory, `keys.${randomUUID()}.json`);
  await mkdir(dataDirectory, { recursive: true });
  if (!existsSync(file)) {
    await writeFile(draft, `${JSON.stringify(createKeys(), null, 2)}\n`, { mode: 0o600 });
    // Linking is atomic: of two first starts at once, one makes the keys and both read the same whole file.
    await link(draft, file).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
    await rm(draft);
  }
  const parsed = schema.safeParse(parseJson(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Problem(`${file} is damaged: delete it and run \`npm run db:reset\`.`);
  return parsed.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
