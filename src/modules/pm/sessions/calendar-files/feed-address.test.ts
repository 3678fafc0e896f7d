import { describe, expect, it } from 'vitest';
import { feedAddress, webcalAddress } from './feed-address';

describe('the address of a feed', () => {
  it('carries the token and the publishable key, safely written', () => {
    expect(feedAddress('https://abc.supabase.co', 'sb_publishable_x', 'a-_b')).toBe(
      'https://abc.supabase.co/rest/v1/rpc/pm_calendar_feed?token=a-_b&apikey=sb_publishable_x',
    );
    expect(feedAddress('http://127.0.0.1:54321/', 'k&y', 'a+/=')).toBe(
      'http://127.0.0.1:54321/rest/v1/rpc/pm_calendar_feed?token=a%2B%2F%3D&apikey=k%26y',
    );
  });

  it('is one for calendar programs too', () => {
    expect(webcalAddress('https://abc.supabase.co/x?token=https')).toBe('webcal://abc.supabase.co/x?token=https');
    expect(webcalAddress('http://127.0.0.1:54321/x')).toBe('webcal://127.0.0.1:54321/x');
  });
});
