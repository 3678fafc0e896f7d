export { addDays, daysBetween, daysFrom } from './calendar-days';
export { dateFormat } from './date-format';
export { formatDate, formatLongDate, formatSessionTime, formatTimeRange, formatTimestamp } from './format';
export { parseTimestamp } from './timestamp';
export { todayIn, viewerTimezone, wallClock, zoneLabel, zoneLabelIfDifferent } from './zone';
