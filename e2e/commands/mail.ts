import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@playwright/test';
import { z } from 'zod';
import { readSettings } from '../../scripts/stack/settings.ts';

const mailSchema = z.object({ to: z.string(), subject: z.string(), links: z.array(z.string()) });

/** Waits for a mail to an address in the stack's mailbox and returns the first link of the latest one. */
export async function linkMailedTo(email: string): Promise<string> {
  let link: string | undefined;
  await expect
    .poll(async () => {
      link = (await mailsTo(email)).at(-1)?.links[0];
      return link;
    })
    .toBeDefined();
  return link ?? '';
}

async function mailsTo(email: string) {
  const folder = path.join(readSettings().dataDirectory, 'mail');
  const files = (await readdir(folder).catch(() => [])).sort();
  const mails = await Promise.all(
    files.map(async (file) => mailSchema.parse(JSON.parse(await readFile(path.join(folder, file), 'utf8')))),
  );
  return mails.filter(({ to }) => to === email);
}
