interface TimezoneOption {
  value: string;
  label: string;
}

/**
 * Every time zone that this browser knows, as "America/New York (GMT-5)", with the one given first, which may be an
 * alias that the list leaves out.
 */
export function timezoneOptions(first: string): TimezoneOption[] {
  const others = Intl.supportedValuesOf('timeZone').filter((zone) => zone !== first);
  return [first, ...others].map((zone) => ({ value: zone, label: `${zone.replaceAll('_', ' ')} (${offsetOf(zone)})` }));
}

function offsetOf(timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: timezone, timeZoneName: 'shortOffset' }).formatToParts();
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
