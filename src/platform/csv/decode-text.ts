export type Decoded = { text: string; note: string | null } | { problem: string };

const NO_CSV = 'Save the list as CSV (UTF-8) in the program it comes from, then choose that file.';

/** What the first bytes of files say that are often renamed to .csv. */
const KINDS: readonly { bytes: readonly number[]; problem: string }[] = [
  {
    bytes: [0x50, 0x4b, 0x03, 0x04],
    problem: `This is an Excel workbook or another zipped file, not a CSV. ${NO_CSV}`,
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], problem: `This is an old Excel workbook (.xls), not a CSV. ${NO_CSV}` },
  { bytes: [0x25, 0x50, 0x44, 0x46], problem: `This is a PDF, not a CSV. ${NO_CSV}` },
  {
    bytes: [0x1f, 0x8b],
    problem: 'This is a compressed file (gzip), not a CSV. Unpack it first, then choose the CSV in it.',
  },
];

const BYTE_ORDER_MARKS: readonly { bytes: readonly number[]; encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/**
 * A file's bytes as text: UTF-8, UTF-16 with byte order mark, otherwise Windows-1252, said in the note. Answers a problem
 * in words for what is no text.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const begins = (start: readonly number[]) => start.every((byte, at) => bytes[at] === byte);
  const kind = KINDS.find((candidate) => begins(candidate.bytes));
  if (kind) return { problem: kind.problem };
  const marked = BYTE_ORDER_MARKS.find((candidate) => begins(candidate.bytes));
  const decoded = marked ? asEncoded(bytes, marked.encoding) : (asEncoded(bytes, 'utf-8') ?? asWindows(bytes));
  if (decoded?.text.includes('\0') !== false) return { problem: `This file is not text, so it is no CSV. ${NO_CSV}` };
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(decoded.text)) {
    return { problem: `This is a web page or XML, not a CSV. ${NO_CSV}` };
  }
  return decoded;
}

function asEncoded(bytes: Uint8Array, encoding: string) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), note: null };
  } catch {
    return null;
  }
}

function asWindows(bytes: Uint8Array) {
  return {
    text: new TextDecoder('windows-1252').decode(bytes),
    note: 'The file is not in UTF-8, so it was read as Western European text (Windows-1252). Look at names with accents before you go on.',
  };
}
