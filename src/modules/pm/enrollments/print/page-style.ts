interface PageStyle {
  /** The value of `page` of what is printed on it. */
  page: string;
  isWide: boolean;
  /** Stands at the foot of each page, because loose pages get mixed up. */
  foot: string;
}

/**
 * The rule for the pages of one sheet. Goes into the page and not into a style sheet, which would stay for what is
 * printed after this. Browsers that know no margin boxes leave foot and page number out.
 */
export function pageStyle({ page, isWide, foot }: PageStyle): string {
  const font = 'font: 10px sans-serif; color: black';
  return `@page ${page} {
  size: ${isWide ? 'landscape' : 'portrait'};
  margin: 12mm 12mm 16mm;
  @bottom-left { content: ${cssString(foot)}; ${font} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${font} }
}`;
}

/** A text in CSS; what is not plain is written by its number, so that no name can end the string or the rule. */
function cssString(text: string): string {
  const escaped = text.replace(/[^A-Za-z0-9 ]/gu, (sign) => `\\${sign.codePointAt(0)?.toString(16)} `);
  return `"${escaped}"`;
}
