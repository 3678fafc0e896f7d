import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { EmailDriver, EmailMessage } from '@supabase/lite';

export interface MailboxOptions {
  /** Mails are kept in its folder `mail`. */
  dataDirectory: string;
  apiUrl: string;
  siteUrl: string;
  /** Gets a line per mail. */
  announce: (line: string) => void;
}

export interface Mailbox {
  driver: EmailDriver;
  /** Runs a request; links in mails that it sends lead where its `redirect_to` asks. */
  during<T>(request: Request, work: () => T): T;
}

/**
 * @supabase/lite leads the links of its mails to the app and drops the request's `redirect_to`. Hosted leads them to the
 * API, which redirects; so does what this returns. The API still checks the target against its allow-list.
 */
export function correctLink(link: string, siteUrl: string, apiUrl: string, redirectTo: string | null): string {
  if (!link.startsWith(`${siteUrl}/auth/v1/verify`)) return link;
  const corrected = new URL(`${apiUrl}${link.slice(siteUrl.length)}`);
  if (redirectTo !== null) corrected.searchParams.set('redirect_to', redirectTo);
  return corrected.href;
}

/**
 * Keeps the mails of the local stack instead of sending them: one JSON file a mail in `<data directory>/mail`, named by
 * time and so in order, with sentAt, to, subject, text and links.
 */
export function createMailbox(options: MailboxOptions): Mailbox {
  const folder = path.join(options.dataDirectory, 'mail');
  const redirect = new AsyncLocalStorage<string | null>();
  let count = 0;

  const send = async (message: EmailMessage): Promise<void> => {
    const links: string[] = [];
    const text = (message.text ?? '').replaceAll(/https?:\/\/[^\s"'<>]+/g, (link) => {
      const corrected = correctLink(link, options.siteUrl, options.apiUrl, redirect.getStore() ?? null);
      links.push(corrected);
      return corrected;
    });
    const sentAt = new Date().toISOString();
    const file = path.join(folder, `${sentAt.replaceAll(':', '-')}-${String(count++).padStart(4, '0')}.json`);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(
      file,
      `${JSON.stringify({ sentAt, to: message.to, subject: message.subject, text, links }, null, 2)}\n`,
      { mode: 0o600 },
    );
    options.announce(
      `Mail to ${message.to}: ${message.subject}${links[0] === undefined ? '' : `\n            ${links[0]}`}`,
    );
  };

  return {
    driver: { send },
    during: (request, work) => redirect.run(new URL(request.url).searchParams.get('redirect_to'), work),
  };
}
