export { useChangeSessionState } from './api/change-session-state';
export { groupOptionsQueryOptions } from './api/get-group-options';
export { type GroupSeats, groupSeatsQueryOptions } from './api/get-group-seats';
export { groupSessionsQueryOptions } from './api/get-group-sessions';
export { type InstantRange, sessionsBetweenQueryOptions } from './api/get-sessions-between';
export { invalidateSessions, sessionKeys } from './api/keys';
export { updateSession } from './api/update-session';
export { usePendingSessions } from './approval/api/get-pending-sessions';
export { loadApprovalsPage } from './approval/approvals-address';
export { PendingList } from './approval/pending-list';
export { RejectDialog } from './approval/reject-dialog';
export { SessionStateBadge } from './approval/session-state-badge';
export { type CalendarFile, DownloadCalendarButton, useDownloadCalendar } from './calendar-files';
export { LocationInput } from './location-input';
export { type GroupPolicy, useSessionPolicy } from './policy/api/get-session-policy';
export { nameWords } from './policy/name-words';
export { waitingWords } from './policy/policy-note';
export { APPROVAL_COMES, daysWords, noticeWords, policySentence, slotWords } from './policy/policy-words';
export {
  CREATION_PERMISSIONS,
  type CreationPermission,
  type SessionPolicy,
  type TimeSlot,
} from './policy/session-policy';
export { useApprovers, useMembersWith } from './policy/use-members-with';
export { ReasonField } from './reason-field';
export { roomKey } from './room';
export { type NoShowStreak, useNoShowStreaks } from './run/api/get-no-show-streaks';
export { loadSendAttendance } from './run/queue/load-send-attendance';
export { SendKeptAttendance } from './run/queue/send-kept-attendance';
export { loadSessionPage, sessionPageAddress } from './run/session-page';
export { StartNowButton } from './run/start/start-now-button';
export { NoShowStreaks } from './run/streaks/no-show-streaks';
export { lastThereWords, StreakBadge } from './run/streaks/streak-badge';
export {
  type SeriesChange,
  type SeriesChangeResult,
  type SeriesChanges,
  type SeriesScope,
  useChangeSeries,
} from './series/api/change-series';
export { useSeriesRunningOut } from './series/api/get-series-running-out';
export { SeriesRunningOut } from './series/series-running-out';
export { isOpen, SESSION_STATUSES, type Session, type SessionStatus, sessionName } from './session';
export { addressSlot, useSessionAddress } from './session-address';
export { SessionDialogs } from './session-dialogs';
export { cancellationSchema } from './session-form.schema';
export type { Slot } from './session-form-model';
export { SessionModal } from './session-modal';
export { SessionPanel, usePanelBeside } from './session-panel';
export { GroupSessions } from './tab/group-sessions';
export { type People, usePeople } from './use-people';
export { useRooms } from './use-rooms';
export { clockRange, clockText } from './wall-clock';
