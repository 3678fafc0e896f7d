import FullCalendar, { type CalendarRef, type EventDisplayInfo } from '@fullcalendar/react';
import dayGridPlugin from '@fullcalendar/react/daygrid';
import interactionPlugin from '@fullcalendar/react/interaction';
import listPlugin from '@fullcalendar/react/list';
import timeGridPlugin from '@fullcalendar/react/timegrid';
import '@fullcalendar/react/skeleton.css';
import { type ReactNode, useCallback, useLayoutEffect, useMemo, useRef } from 'react';
import type { Session, Slot } from '@/modules/pm/sessions';
import classes from './calendar.module.css';
import { calendarEvents, shownHours, slotOf } from './calendar-events';
import { calendarLook } from './calendar-look';
import { linesPerDay } from './calendar-range';
import type { ClosedDays } from './closed-days';
import type { GridView } from './schedule-address';
import type { SessionCard } from './session-card';
import { SessionEvent } from './session-event';
import { useHeight } from './use-height';

const PLUGINS = [dayGridPlugin, timeGridPlugin, listPlugin, interactionPlugin];

const VIEWS: Readonly<Record<GridView, string>> = {
  month: 'dayGridMonth',
  week: 'timeGridWeek',
  day: 'timeGridDay',
  list: 'listWeek',
};

const VIEW_OPTIONS = {
  dayGridMonth: { eventDurationEditable: false, dayHeaderFormat: { weekday: 'short' as const } },
  timeGridWeek: { dayHeaderFormat: { weekday: 'short' as const, day: 'numeric' as const } },
  timeGridDay: { dayHeaders: false },
};

interface CalendarProps {
  view: GridView;
  date: string;
  timezone: string;
  sessions: readonly Session[];
  cards: ReadonlyMap<string, SessionCard>;
  closed: ClosedDays;
  mayEdit: boolean;
  mayCreate: boolean;
  /** True: as high as its content, for a page that scrolls; else as high as its place. */
  grows: boolean;
  empty: ReactNode;
  onOpen: (sessionId: string) => void;
  onSelect: (slot: Slot) => void;
  /** `putBack` takes it to where it was. */
  onMove: (sessionId: string, to: Slot, putBack: () => void) => void;
  onDay: (date: string) => void;
}

/** FullCalendar on the organization's clock. What it shows is decided outside; it reports what the person does. */
export function Calendar({ view, date, timezone, sessions, cards, mayEdit, mayCreate, ...rest }: CalendarProps) {
  const { grows, empty, closed, onOpen, onSelect, onMove, onDay } = rest;
  const calendar = useRef<CalendarRef>(null);
  const place = useRef<HTMLDivElement>(null);
  const height = useHeight(place);
  const lines = useMemo(() => (grows ? PHONE_LINES : linesPerDay(date, height ?? 0)), [grows, date, height]);
  const look = useMemo(() => calendarLook(timezone, closed), [timezone, closed]);
  const events = useMemo(() => calendarEvents(sessions, mayEdit), [sessions, mayEdit]);
  const hours = useMemo(() => shownHours(sessions), [sessions]);

  // Before the browser paints, so that sessions and days change together.
  useLayoutEffect(() => {
    const api = calendar.current?.getApi();
    const isShown = api?.view.type === VIEWS[view] && api.formatIso(api.getDate(), true) === date;
    if (!isShown) api?.changeView(VIEWS[view], date);
  }, [view, date]);

  const content = useCallback(
    (info: EventDisplayInfo) => {
      const card = cards.get(info.event.id);
      const shape = SHAPES[info.view.type] ?? 'line';
      return card && <SessionEvent card={card} shape={shape} dragged={draggedTo(info)} />;
    },
    [cards],
  );

  function select(selected: { startStr: string; endStr: string; start: Date; end: Date; allDay: boolean }) {
    calendar.current?.getApi().unselect();
    if (selected.allDay) return onSelect({ date: selected.startStr.slice(0, 10), start: '', end: '' });
    const slot = slotOf(selected);
    if (!slot) return;
    // A click selects one line of the grid: where to begin, not how long.
    const clicked = selected.end.getTime() - selected.start.getTime() <= 30 * 60_000;
    onSelect(clicked ? { ...slot, end: '' } : slot);
  }

  function move({ event, revert }: { event: { id: string; startStr: string; endStr: string }; revert: () => void }) {
    const slot = slotOf(event);
    if (slot) onMove(event.id, slot, revert);
    else revert();
  }

  return (
    <div ref={place} className={classes.place}>
      {height !== null && (
        <FullCalendar
          ref={calendar}
          {...look}
          plugins={PLUGINS}
          initialView={VIEWS[view]}
          initialDate={date}
          views={VIEW_OPTIONS}
          timeZone={timezone}
          events={events}
          eventContent={content}
          headerToolbar={false}
          height={grows ? 'auto' : '100%'}
          firstDay={0}
          fixedWeekCount={false}
          allDaySlot={false}
          slotMinTime={hours.from}
          slotMaxTime={hours.to}
          scrollTime="08:00:00"
          scrollTimeReset={false}
          slotMinHeight={22}
          snapDuration="00:15:00"
          slotHeaderFormat={{ hour: 'numeric' }}
          listDayFormat={{ weekday: 'long' }}
          listDayAltFormat={{ month: 'short', day: 'numeric' }}
          expandRows
          slotEventOverlap={false}
          nowIndicator
          navLinks
          navLinkDayClick={(day) => onDay(calendar.current?.getApi().formatIso(day, true) ?? '')}
          dayMaxEvents={lines}
          eventDisplay="block"
          eventMinHeight={20}
          displayEventTime={false}
          eventOrder="start,title"
          eventStartEditable={mayEdit}
          eventDurationEditable={mayEdit}
          eventAllow={(span) => span.allDay || slotOf(span) !== null}
          selectable={mayCreate}
          selectMirror
          selectAllow={(span) =>
            span.allDay ? span.end.getTime() - span.start.getTime() <= 86_400_000 : slotOf(span) !== null
          }
          longPressDelay={400}
          eventClick={({ event, jsEvent }) => {
            jsEvent.preventDefault();
            onOpen(event.id);
          }}
          select={select}
          eventDrop={move}
          eventResize={move}
          noEventsContent={() => empty}
          headingLevel={2}
        />
      )}
    </div>
  );
}

const PHONE_LINES = 3;

const SHAPES: Readonly<Record<string, 'line' | 'block' | 'item'>> = {
  dayGridMonth: 'line',
  timeGridWeek: 'block',
  timeGridDay: 'block',
  listWeek: 'item',
};

function draggedTo({ isMirror, event }: EventDisplayInfo): { start: string; end: string } | null {
  const slot = isMirror ? slotOf(event) : null;
  return slot && { start: slot.start, end: slot.end };
}
