interface Coded {
  name: string;
  start_date: string | null;
  time_period: string | null;
}

/**
 * The code that a group will get, before a suffix where it is taken: "Group 1" on 2026-03-01 AM is 260301AMGR1. Null while
 * start date or period are missing, and for names whose letters another program might count otherwise.
 * Mirrors private.group_code_stem.
 */
export function groupCodeStem({ name, start_date, time_period }: Coded): string | null {
  if (!start_date || !/^\d{4}-\d\d-\d\d$/.test(start_date) || !time_period || !/^[ -~]*$/.test(name)) return null;
  const spelled = name.replace(/[^A-Za-z0-9]/g, '');
  const letters = spelled === '' ? 'GR' : spelled.slice(0, 2) + spelled.slice(-1);
  return `${start_date.slice(2).replaceAll('-', '')}${time_period}${letters.toUpperCase()}`;
}

/** How a code is made, for those who read one. */
export const CODE_RECIPE =
  'Made of start date, AM or PM, and the first two letters and the last of the name. Once given it is kept, because it is printed and filed.';
