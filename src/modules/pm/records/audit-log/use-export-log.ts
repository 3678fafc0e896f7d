import { useEffect, useRef, useState } from 'react';
import { csvText, downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { todayIn } from '@/platform/time';
import { readAllAccess } from '../api/get-access-page';
import { readAllActivity } from '../api/get-activity-page';
import { logCsvColumns } from './log-csv';
import { accessFilter, activityFilter, type LogView } from './log-view';

const IDLE = { running: false, done: 0, total: 0 };

/** Reads all entries that a view's filters leave and hands them to the browser as a file; answers how many, or null when cancelled. */
export function useExportLog() {
  const { id, slug, timezone } = useOrganization();
  const [state, setState] = useState(IDLE);
  const present = useRef<AbortController>(null);
  useEffect(() => () => present.current?.abort(), []);

  async function start(view: LogView): Promise<number | null> {
    const control = new AbortController();
    present.current = control;
    setState({ ...IDLE, running: true });
    const reading = {
      signal: control.signal,
      onProgress: (done: number, total: number) => setState({ running: true, done, total }),
    };
    try {
      const lines =
        view.log === 'groups'
          ? await readAllActivity(id, activityFilter(view), reading)
          : await readAllAccess(id, accessFilter(view), reading);
      if (control.signal.aborted) return null;
      downloadCsv(`audit-log-${view.log}-${slug}-${todayIn(timezone)}.csv`, csvText(logCsvColumns(timezone), lines));
      return lines.length;
    } catch (problem) {
      if (control.signal.aborted) return null;
      throw problem;
    } finally {
      setState(IDLE);
    }
  }

  return { ...state, start, cancel: () => present.current?.abort() };
}
