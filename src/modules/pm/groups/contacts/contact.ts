/** A patient as the list of those to be told shows it. */
export interface Contact {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
}

/** Whether neither a call nor a message can be tried. */
export function isUnreachable({ phone, email }: Contact): boolean {
  return !phone && !email;
}

/** E-mail addresses, each once, whoever shares one. */
export function addressesOf(contacts: readonly Contact[]): string[] {
  return [...new Set(contacts.flatMap(({ email }) => (email ? [email.trim()] : [])))];
}

/** A telephone number as the link that calls it: digits, and the plus in front. */
export function callLink(phone: string): string {
  return `tel:${phone.replace(/(?!^\+)[^\d]/g, '')}`;
}
