/** The first column of each line of a pasted list, without blanks and doubles: one MRN a line. */
export function readMrns(text: string): string[] {
  const mrns = text.split(/\r\n|\r|\n/).map((line) => (line.split('\t')[0] ?? '').trim());
  return [...new Set(mrns.filter((mrn) => mrn !== ''))];
}

interface Pasted {
  /** How many were added to the list. */
  chosen: number;
  /** How many are in the group, on its waitlist or on the list already. */
  present: number;
  /** MRNs that no patient has. */
  unknown: readonly string[];
  /** How many were too many for one step. */
  tooMany: number;
}

/** What came of a pasted list: "12 chosen. 2 are in the group or on the list already. No patient has these MRNs: ." */
export function pastedSentence({ chosen, present, unknown, tooMany }: Pasted): string {
  const sentences = [
    `${chosen} chosen.`,
    present > 0 && `${present} ${present === 1 ? 'is' : 'are'} in the group or on the list already.`,
    tooMany > 0 && `${tooMany} did not fit on the list: enroll these first, then paste again.`,
    unknown.length > 0 && `No patient has ${unknown.length === 1 ? 'this MRN' : 'these MRNs'}: ${unknown.join(', ')}.`,
  ];
  return sentences.filter(Boolean).join(' ');
}
