// Full-width signs too: spreadsheets in East Asian locales calculate those.
const SIGNS = '=+\\-@＝＋－＠';
const RISKY = `[\\t\\r\\n]|\\s*[${SIGNS}]`;
// A sign and a number, or an international phone number whose country code is set apart: neither can be a formula.
const HARMLESS = '[+-]?\\d+(?:[.,]\\d+)?$|\\+\\d{1,4}(?: \\(?|\\()\\d[\\d ().-]*$';

/**
 * Texts that a spreadsheet would run as a formula; papaparse puts an apostrophe before them. Its own pattern lets texts
 * with a line break through. "-12.5" and "+1 602 555 0100" stay as they are; "+1-602-555-0100" does not, since
 * a spreadsheet would subtract.
 */
export const FORMULA = new RegExp(`^(?!${HARMLESS})(?:${RISKY})`);

const ESCAPED = new RegExp(`^'(?=${RISKY})`);

/** Takes back the apostrophe that protected a text, so that a file of ours is read as it was before. */
export function withoutProtection(cell: string): string {
  return cell.replace(ESCAPED, '');
}
