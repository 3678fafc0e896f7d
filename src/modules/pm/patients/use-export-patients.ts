import { useEffect, useRef, useState } from 'react';
import { csvText, downloadCsv } from '@/platform/csv';
import { useOrganization } from '@/platform/organizations';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { todayIn } from '@/platform/time';
import { exportPatients } from './api/export-patients';
import { patientCsvColumns, sortedPatients } from './patient-csv';
import type { PatientListView } from './patient-list.schema';

interface ExportState {
  running: boolean;
  done: number;
  /** 0 while everything may come at once. */
  total: number;
}

const IDLE: ExportState = { running: false, done: 0, total: 0 };

/** Reads all patients of a view and hands them to the browser as a file; answers how many, or null when cancelled. */
export function useExportPatients() {
  const { id, slug, timezone } = useOrganization();
  const seesEnrollments = usePermissions().can(PM_PERMISSIONS.GROUP_ENROLLMENTS_VIEW);
  const [state, setState] = useState(IDLE);
  const present = useRef<AbortController>(null);
  useEffect(() => () => present.current?.abort(), []);

  async function start({ sort, ...filter }: PatientListView): Promise<number | null> {
    const control = new AbortController();
    present.current = control;
    setState({ ...IDLE, running: true });
    try {
      const patients = await exportPatients(id, filter, {
        signal: control.signal,
        onProgress: (done, total) => setState({ running: true, done, total }),
      });
      const text = csvText(patientCsvColumns(seesEnrollments), sortedPatients(patients, sort));
      downloadCsv(`patients-${slug}-${todayIn(timezone)}.csv`, text);
      return patients.length;
    } catch (problem) {
      if (control.signal.aborted) return null;
      throw problem;
    } finally {
      setState(IDLE);
    }
  }

  return { ...state, start, cancel: () => present.current?.abort() };
}
