import { viewerTimezone } from '@/platform/time';

interface TimezoneOption {
  value: string;
  label: string;
}

/** Every time zone that this browser knows, as "America/New York (GMT-5)", with the viewer's own first. */
export function timezoneOptions(): TimezoneOption[] {
  const own = viewerTimezone();
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== own);
  return [own, ...others].map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${offsetOf(zone)})` }));
}

function offsetOf(timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
