import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { EmailDriver, EmailMessage } from "@supabase/lite";

/**
 * Keeps the mails of the local stack instead of sending them: one JSON file a mail in `<data directory>/mail`, named by
 * time and so in order, with to, subject, text, html and the links found in the text. `announce` gets a line per mail.
 */
export function createMailbox(dataDirectory: string, announce: (line: string) => void): EmailDriver {
  const folder = path.join(dataDirectory, "mail");
  let count = 0;
  return {
    async send(message: EmailMessage): Promise<void> {
      const sentAt = new Date().toISOString();
      const links = (message.text ?? message.html ?? "").match(/https?:\/\/[^\s"'<>]+/g) ?? [];
      const file = path.join(folder, `${sentAt.replaceAll(":", "-")}-${String(count++).padStart(4, "0")}.json`);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(file, `${JSON.stringify({ sentAt, ...message, links }, null, 2)}\n`, { mode: 0o600 });
      announce(`Mail to ${message.to}: ${message.subject}${links[0] === undefined ? "" : `\n  ${links[0]}`}`);
    },
  };
}
