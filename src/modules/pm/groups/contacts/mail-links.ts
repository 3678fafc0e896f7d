/** Links longer than this are cut off or refused by some mail programs. */
const LONGEST = 1800;

export interface MailLink {
  href: string;
  /** How many people the message goes to. */
  count: number;
}

interface Message {
  subject: string;
  body: string;
}

/**
 * Links that open a message to all of these addresses as blind copies, so that nobody learns of anybody else; as many as it
 * takes, since a link has room for some addresses only.
 */
export function mailLinks(addresses: readonly string[], message: Message): MailLink[] {
  const links: MailLink[] = [];
  let chunk: string[] = [];
  for (const address of addresses) {
    if (chunk.length > 0 && mailLink([...chunk, address], message).length > LONGEST) {
      links.push({ href: mailLink(chunk, message), count: chunk.length });
      chunk = [];
    }
    chunk.push(address);
  }
  return chunk.length > 0 ? [...links, { href: mailLink(chunk, message), count: chunk.length }] : links;
}

function mailLink(addresses: readonly string[], { subject, body }: Message): string {
  const bcc = addresses.map(encodeURIComponent).join(',');
  return `mailto:?bcc=${bcc}&subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
