import { RuleProblem } from './rule-problem';

/** Parts of RFC 5545 that mean dates, each with an example for what is said when it is wrong. */
const PARTS: Readonly<Record<string, string>> = {
  FREQ: 'FREQ=WEEKLY',
  INTERVAL: 'INTERVAL=2',
  COUNT: 'COUNT=10',
  UNTIL: 'UNTIL=20271231',
  BYMONTH: 'BYMONTH=1,6',
  BYWEEKNO: 'BYWEEKNO=20',
  BYYEARDAY: 'BYYEARDAY=100',
  BYMONTHDAY: 'BYMONTHDAY=15',
  BYDAY: 'BYDAY=TU,TH',
  BYSETPOS: 'BYSETPOS=-1',
  WKST: 'WKST=SU',
};

const TIME_PARTS = new Set(['BYHOUR', 'BYMINUTE', 'BYSECOND']);

/** The parts of a rule by name, in upper case. Throws a RuleProblem that names the first wrong one. */
export function ruleParts(rule: string): Map<string, string> {
  const parts = new Map<string, string>();
  for (const part of rule.trim().replace(/;$/, '').split(';')) {
    const [name = '', value, more] = part.split('=').map((piece) => piece.trim().toUpperCase());
    if (value === undefined || more !== undefined || name === '')
      throw new RuleProblem(
        `“${shorten(part)}” is not a part of a rule. Parts are written NAME=VALUE and separated by semicolons, as in FREQ=WEEKLY;BYDAY=TU,TH.`,
      );
    if (TIME_PARTS.has(name))
      throw new RuleProblem(`${name} sets a time of day. Leave it out: the sessions’ times are those of the form.`);
    const example = Object.hasOwn(PARTS, name) ? PARTS[name] : undefined;
    if (!example)
      throw new RuleProblem(`${shorten(name)} is not known here. Parts are ${Object.keys(PARTS).join(', ')}.`);
    if (parts.has(name))
      throw new RuleProblem(`${name} is there twice. Put its values into one part, as in ${example}.`);
    if (value === '') throw new RuleProblem(`${name} has no value. Write it as in ${example}.`);
    parts.set(name, value);
  }
  return parts;
}

/** So much of what was typed that it is recognised in a sentence. */
export function shorten(text: string): string {
  const letters = [...text.trim()];
  return letters.length > 40 ? `${letters.slice(0, 40).join('')}…` : letters.join('');
}
