import { Alert, Grid, Stack } from '@mantine/core';
import { IconBan } from '@tabler/icons-react';
import { useEffect } from 'react';
import { loadPatientCodeDialog } from '@/modules/pm/check-in';
import { loadSignInPage } from '@/platform/auth/load-sign-in-page';
import { PM_PERMISSIONS, usePermissions } from '@/platform/permissions';
import { ApprovalNotice } from '../approval/approval-notice';
import { RejectDialog } from '../approval/reject-dialog';
import type { RunningSession } from './api/get-running-session';
import { CheckInCard } from './check-in/check-in-card';
import { FlaggedAnswers } from './check-in/flagged-answers';
import { SessionAnswers } from './check-in/session-answers';
import { useCheckIn } from './check-in/use-check-in';
import { NotesCard } from './notes-card';
import { RosterCard } from './roster-card';
import { RunDialogs } from './run-dialogs';
import { RunHeader } from './run-header';
import { AttendanceSection } from './taking-attendance/attendance-section';
import { loadDropInDialog } from './taking-attendance/load-drop-in-dialog';
import { useAttendance } from './taking-attendance/use-attendance';

/** What somebody may want here after the network has dropped, and could not be fetched then. */
const WANTED_OFFLINE = [loadDropInDialog, loadPatientCodeDialog, loadSignInPage];

/** A session from its preparation to what came of it. What somebody must look at stands on top. */
export function SessionRun({ session }: { session: RunningSession }) {
  const { can } = usePermissions();
  const seesAttendance = can(PM_PERMISSIONS.GROUP_ATTENDANCE_VIEW);

  useEffect(() => {
    for (const load of WANTED_OFFLINE) load().catch(() => undefined);
  }, []);

  return (
    <>
      <RunHeader session={session} />
      {session.cancellation_reason && (
        <Alert
          color="red"
          icon={<IconBan aria-hidden />}
          title={session.approval_status === 'rejected' ? 'Not approved' : 'Cancelled'}
          mb="lg"
          style={{ overflowWrap: 'anywhere' }}
        >
          {session.cancellation_reason}
        </Alert>
      )}
      <ApprovalNotice session={session} mb="lg" />
      <RejectDialog />
      {seesAttendance ? <WithAttendance session={session} /> : <WithoutAttendance session={session} />}
    </>
  );
}

function WithAttendance({ session }: { session: RunningSession }) {
  const attendance = useAttendance(session);
  const checkIn = useCheckIn(session, attendance.people ?? []);
  return (
    <Stack gap="lg">
      <FlaggedAnswers session={session} checkIn={checkIn} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <AttendanceSection session={session} attendance={attendance} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <CheckInCard session={session} checkIn={checkIn} />
            <NotesCard session={session} />
          </Stack>
        </Grid.Col>
      </Grid>
      <SessionAnswers session={session} checkIn={checkIn} />
      <RunDialogs session={session} people={attendance.people ?? []} recordOthers={attendance.recordOthers} />
    </Stack>
  );
}

function WithoutAttendance({ session }: { session: RunningSession }) {
  const checkIn = useCheckIn(session, []);
  return (
    <>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, lg: 8 }}>
          <RosterCard session={session} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, lg: 4 }}>
          <Stack gap="lg">
            <CheckInCard session={session} checkIn={checkIn} />
            <NotesCard session={session} />
          </Stack>
        </Grid.Col>
      </Grid>
      <RunDialogs session={session} people={[]} recordOthers={() => 0} />
    </>
  );
}
