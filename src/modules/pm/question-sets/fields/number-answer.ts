/** Reads a typed number, with point or comma; undefined for nothing, and the text itself where it is no number yet. */
export function numberAnswer(text: string): number | string | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return undefined;
  return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : text;
}
