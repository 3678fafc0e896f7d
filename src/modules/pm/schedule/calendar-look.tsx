import { type CalendarOptions, joinClassNames } from '@fullcalendar/react';
import { VisuallyHidden } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { wallClock } from '@/platform/time';
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
    joinClassNames(classes.cellNumber, info.isToday && classes.today, info.hasNavLink && classes.link),
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
  const weekday = new Intl.DateTimeFormat('en-US', { weekday: 'short', timeZone });
  const closedOn = (date: Date) => closed.get(wallClock(date, timeZone).date);
  return {
    ...LOOK,
    dayHeaderContent: ({ date, inPopover, text, dayNumberText }) =>
      inPopover || dayNumberText === '' ? (
        text
      ) : (
        <>
          <span>{weekday.format(date)}</span> <span className={classes.dayNumber}>{dayNumberText}</span>
          <ClosedName name={closedOn(date)} />
        </>
      ),
    dayCellTopContent: ({ date, text }) => (
      <>
        {text}
        <ClosedName name={closedOn(date)} />
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
    // FullCalendar names the link by the date alone; who speaks to the computer says what is written on it, "Sun 15".
    dayHeaderDidMount: ({ el, date, dayNumberText }) => {
      const link = el.querySelector('[role="link"]');
      const name = link?.getAttribute('aria-label');
      const closedFor = closedOn(date);
      if (name && dayNumberText !== '')
        link?.setAttribute(
          'aria-label',
          [`${weekday.format(date)} ${dayNumberText}`, name, closedFor && `closed: ${closedFor}`]
            .filter(Boolean)
            .join(', '),
        );
    },
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
