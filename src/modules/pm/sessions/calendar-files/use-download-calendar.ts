import { notifyProblem } from '@/platform/ui';
import { useCalendarFile } from './api/get-calendar-file';
import { type CalendarFile, calendarFileName } from './calendar-file';

/** Downloads sessions as an .ics file; what goes wrong is said in a toast. */
export function useDownloadCalendar() {
  const request = useCalendarFile();
  return {
    isPending: request.isPending,
    download: (file: CalendarFile) =>
      request.mutate(file, {
        onSuccess: (text) => save(text, calendarFileName(file)),
        onError: notifyProblem,
      }),
  };
}

function save(text: string, name: string) {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken the file by the time of the next task.
  setTimeout(() => URL.revokeObjectURL(address));
}
