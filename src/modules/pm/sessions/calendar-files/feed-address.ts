/** Where a calendar program reads a feed. The publishable key is no secret; the token is. */
export function feedAddress(apiUrl: string, publishableKey: string, token: string): string {
  const address = new URL('/rest/v1/rpc/pm_calendar_feed', apiUrl);
  address.searchParams.set('token', token);
  address.searchParams.set('apikey', publishableKey);
  return address.toString();
}

/** The same address by the scheme at which calendar programs ask whether to subscribe. */
export function webcalAddress(address: string): string {
  return address.replace(/^https?:/, 'webcal:');
}
