import { withBrowser } from '../browser.ts';
import { interleave } from '../interleave.ts';
import { type BenchRow, ratioRow } from '../row.ts';
import { withServedBuild } from '../served-build.ts';

/** The design's target (section 10). */
const MONTH_VIEW = 1.25;
const REPETITIONS = 30;

// The page shows sessions of its own and asks no server; the client merely wants to be given one.
const nowhere = { VITE_SUPABASE_URL: 'http://127.0.0.1:9', VITE_SUPABASE_PUBLISHABLE_KEY: 'unused' };

/** The app's month view with 1,000 sessions against bare FullCalendar with the same events, in Chromium. */
export async function calendarRows(announce: (line: string) => void): Promise<BenchRow[]> {
  announce('Building the page with both calendars');
  return withServedBuild(import.meta.dirname, nowhere, (url) =>
    withBrowser(async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      page.on('pageerror', (error) => announce(`The page failed: ${error.message}`));
      await page.goto(url);
      await page.waitForFunction(() => 'showMonth' in window);
      announce('Measuring: month view');
      const pairs = await interleave(
        REPETITIONS,
        () => page.evaluate(() => window.showMonth('app')),
        () => page.evaluate(() => window.showMonth('bare')),
      );
      return [ratioRow('Month view, 1,000 sessions', MONTH_VIEW, pairs)];
    }),
  );
}
