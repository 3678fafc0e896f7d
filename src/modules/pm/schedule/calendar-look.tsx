import { type CalendarOptions, joinClassNames } from '@fullcalendar/react';
import { VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { dateFormat, wallClock } from '@/platform/time';
import classes from './calendar.module.css';
import type { ClosedDays } from './closed-days';

const LOOK: CalendarOptions = {
  className: classes.root,
  viewClass: classes.view,
  tableHeaderClass: classes.tableHeader,
  dayHeaderRowClass: classes.line,
  dayHeaderAlign: (info) => (info.inPopover ? 'start' : 'center'),
  dayHeaderClass: (info) => joinClassNames(classes.dayHeader, info.inPopover && classes.popoverHeader),
  dayHeaderInnerClass: (info) =>
    joinClassNames(classes.dayHeaderInner, info.isToday && classes.today, info.hasNavLink && classes.link),
  dayHeaderDividerClass: classes.headerDivider,
  dayRowClass: classes.line,
  dayCellTopClass: classes.cellTop,
  dayCellTopInnerClass: (info) =>
    joinClassNames(classes.cellTopInner, info.isToday && classes.today, info.hasNavLink && classes.link),
  dayCellInnerClass: (info) => joinClassNames(info.inPopover && classes.popoverBody),
  dayLaneInnerClass: classes.laneInner,
  slotLaneClass: (info) => joinClassNames(classes.slot, info.isMinor && classes.minorSlot),
  // A week without sessions has nothing else in it that the Tab key could reach to scroll the hours.
  dayLaneDidMount: ({ el }) => el.closest('[role="row"]')?.setAttribute('tabindex', '0'),
  slotHeaderClass: classes.slotHeader,
  slotHeaderInnerClass: (info) => joinClassNames(classes.slotHeaderInner, info.isFirst && classes.firstSlot),
  slotHeaderContent: ({ text }) => text.replace(/(AM|PM)$/i, ' $1'),
  slotHeaderDividerClass: classes.axisDivider,
  slotHeaderRowClass: classes.line,
  fillerClass: classes.cell,
  nowIndicatorLineClass: classes.nowLine,
  nowIndicatorDotClass: classes.nowDot,
  highlightClass: classes.highlight,
  eventClass: (info) =>
    joinClassNames(classes.event, info.isDragging && classes.dragging, info.isSelected && classes.selected),
  rowEventClass: classes.rowEvent,
  columnEventClass: classes.columnEvent,
  columnEventAfterClass: (info) =>
    joinClassNames(info.isEndResizable && classes.resizer, info.isSelected && classes.touchResizer),
  moreLinkClass: classes.moreLink,
  moreLinkInnerClass: classes.moreLinkInner,
  columnMoreLinkClass: classes.columnMoreLink,
  popoverClass: classes.popover,
  popoverCloseClass: classes.popoverClose,
  popoverCloseContent: () => <IconX size={16} aria-hidden />,
  listDayClass: classes.listDay,
  listDayHeaderClass: classes.listDayHeader,
  listDayHeaderInnerClass: (info) =>
    joinClassNames(
      classes.listDayName,
      info.level > 0 && classes.listDayDate,
      info.isToday && info.level === 0 && classes.today,
      info.hasNavLink && classes.link,
    ),
  listDayBodyClass: classes.listDayBody,
  listItemEventClass: classes.listItem,
  noEventsClass: classes.noEvents,
};

/**
 * FullCalendar in the app's own look: it brings the layout (skeleton.css), these classes the rest. Takes its zone and the
 * closed days, which stand at their day's heading.
 */
export function calendarLook(timeZone: string, closed: ClosedDays): CalendarOptions {
  const weekday = dateFormat({ weekday: 'short', timeZone });
  const number = dateFormat({ day: 'numeric', timeZone });
  const full = dateFormat({ dateStyle: 'full', timeZone });
  const short = dateFormat({ month: 'short', day: 'numeric', timeZone });
  const closedOn = (date: Date) => (closed.size === 0 ? undefined : closed.get(wallClock(date, timeZone).date));
  // What is written on a day's link comes first in its name: who speaks to the computer says that, "Sun 15 Easter".
  function nameOf(date: Date): string {
    const closedFor = closedOn(date);
    const written = `${weekday.format(date)} ${number.format(date)}${closedFor === undefined ? '' : ` ${closedFor}, closed`}`;
    return [written, full.format(date), short.format(date)].join(', ');
  }
  return {
    ...LOOK,
    dayHeaderContent: ({ date, inPopover, text, dayNumberText }) =>
      inPopover || dayNumberText === '' ? (
        text
      ) : (
        <LinkName name={nameOf(date)}>
          <span>{weekday.format(date)}</span> <span className={classes.dayNumber}>{dayNumberText}</span>{' '}
          <ClosedName name={closedOn(date)} />
        </LinkName>
      ),
    dayCellTopContent: ({ date, text }) => (
      <>
        <span className={classes.cellNumber}>{text}</span> <ClosedName name={closedOn(date)} />
      </>
    ),
    dayCellClass: (info) =>
      joinClassNames(
        !info.inPopover && classes.cell,
        info.isOther && classes.otherMonth,
        info.isToday && classes.todayCell,
        closedOn(info.date) !== undefined && !info.inPopover && classes.closedCell,
      ),
    dayLaneClass: (info) =>
      joinClassNames(
        classes.cell,
        info.isToday && classes.todayCell,
        closedOn(info.date) !== undefined && classes.closedCell,
      ),
    navLinkHint: (_text, date) => nameOf(date),
  };
}

function ClosedName({ name }: { name: string | undefined }) {
  return name === undefined ? null : (
    <span className={classes.closedName} title={`Closed: ${name}`}>
      <VisuallyHidden component="span">Closed: </VisuallyHidden>
      {name}
    </span>
  );
}

/** Names the link around it: FullCalendar lets a day's heading be called only by its date. */
function LinkName({ name, children }: { name: string; children: ReactNode }) {
  const inside = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => inside.current?.closest('[role="link"]')?.setAttribute('aria-label', name));
  return (
    <span ref={inside} className={classes.dayName}>
      {children}
    </span>
  );
}
