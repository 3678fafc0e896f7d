export type { CalendarFile } from './calendar-file';
export { DownloadCalendarButton } from './download-calendar-button';
export { useDownloadCalendar } from './use-download-calendar';
