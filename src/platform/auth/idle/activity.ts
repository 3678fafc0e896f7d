const KEY = 'quorum.last-activity';

/** Notes a sign of life, for all tabs. */
export function recordActivity(): void {
  localStorage.setItem(KEY, String(Date.now()));
}

/** When a sign of life was last noted in any tab (epoch milliseconds); now, when there is no note. */
export function lastActivity(): number {
  const noted = Number(localStorage.getItem(KEY) ?? Number.NaN);
  return Number.isFinite(noted) ? noted : Date.now();
}

/** The next person begins with a full measure of time. */
export function forgetActivity(): void {
  localStorage.removeItem(KEY);
}
