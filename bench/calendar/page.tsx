import '@mantine/core/styles.css';
import FullCalendar from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import '@fullcalendar/react/skeleton.css';
import { MantineProvider } from '@mantine/core';
import { useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Calendar } from '@/modules/pm/schedule/calendar';
import { calendarEvents } from '@/modules/pm/schedule/calendar-events';
import { sessionCards } from '@/modules/pm/schedule/session-card';
import { timeUntilPainted } from './painted';
import { MONTH, monthSessions, people, seats, TIMEZONE } from './sessions';

const sessions = monthSessions(1000);
const bareEvents = calendarEvents(sessions, true);
const bareOptions = { plugins: [dayGridPlugin, interactionPlugin], height: '100%', dayMaxEvents: true, editable: true };

const nothing = () => undefined;
const noClosedDays = new Map<string, string>();

/** The calendar of the schedule page, with what that page makes of sessions as they come from the server. */
function OfTheApp() {
  const cards = useMemo(() => sessionCards(sessions, people, seats), []);
  return (
    <Calendar
      view="month"
      date={MONTH}
      timezone={TIMEZONE}
      sessions={sessions}
      cards={cards}
      closed={noClosedDays}
      mayEdit
      mayCreate
      grows={false}
      empty={null}
      onOpen={nothing}
      onSelect={nothing}
      onMove={nothing}
      onDay={nothing}
    />
  );
}

function Bare() {
  return (
    <FullCalendar
      {...bareOptions}
      initialView="dayGridMonth"
      initialDate={MONTH}
      timeZone={TIMEZONE}
      events={bareEvents}
    />
  );
}

declare global {
  interface Window {
    /** Shows one of the two calendars in the empty page and takes it away again; milliseconds until it was painted. */
    showMonth: (which: 'app' | 'bare') => Promise<number>;
  }
}

window.showMonth = async (which) => {
  const place = document.getElementById('place');
  if (!place) throw new Error('index.html has no #place');
  const root = createRoot(place);
  const took = await timeUntilPainted(
    place,
    () => root.render(<MantineProvider>{which === 'app' ? <OfTheApp /> : <Bare />}</MantineProvider>),
    () => place.textContent.includes('Relapse Prevention'),
  );
  root.unmount();
  return took;
};
