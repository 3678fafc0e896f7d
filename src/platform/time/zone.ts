import { Temporal } from 'temporal-polyfill';

/** The zone of the person's own device, as an IANA name. */
export function viewerTimezone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** Today's date in a zone, as `YYYY-MM-DD`. */
export function todayIn(timezone: string): string {
  return Temporal.Now.plainDateISO(timezone).toString();
}

/** Date (`YYYY-MM-DD`) and time (`HH:MM`) that the wall clock of a zone shows at an instant. */
export function wallClock(instant: Date, timezone: string): { date: string; time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timezone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/**
 * The organization's zone in words ("Mountain Standard Time (Phoenix)"), or null where the viewer's clock shows the same.
 * Clocks are compared now and half a year from now, because two zones may agree in one season only.
 */
export function zoneLabelIfDifferent(timezone: string, viewer: string = viewerTimezone()): string | null {
  const now = Temporal.Now.instant();
  const alike = [now, now.add({ hours: 24 * 182 })].every(
    (instant) =>
      instant.toZonedDateTimeISO(timezone).offsetNanoseconds === instant.toZonedDateTimeISO(viewer).offsetNanoseconds,
  );
  return alike ? null : zoneLabel(timezone);
}

/** A zone in words, as "Eastern Standard Time (New York)". */
export function zoneLabel(timezone: string): string {
  const city = timezone.split('/').at(-1)?.replaceAll('_', ' ') ?? timezone;
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'long' }).formatToParts();
  const name = parts.find((part) => part.type === 'timeZoneName')?.value;
  return name ? `${name} (${city})` : city;
}
