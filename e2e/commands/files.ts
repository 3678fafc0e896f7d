import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

/** What the browser saved, to the byte. */
export interface SavedFile {
  name: string;
  bytes: Buffer;
  /** Read as UTF-8; a byte order mark stays. */
  text: string;
}

/** Does something that saves a file, and reads it. */
export async function saveFile(page: Page, act: () => Promise<void>): Promise<SavedFile> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const bytes = await readFile(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString('utf8') };
}

/** A file for a field that takes one. */
export function csvFile(name: string, content: string | Buffer) {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(content) };
}
