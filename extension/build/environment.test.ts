import { expect, it } from 'vitest';
import { readExtensionEnvironment } from './environment';

const complete = {
  VITE_SUPABASE_URL: 'https://ref.supabase.co',
  VITE_SUPABASE_PUBLISHABLE_KEY: 'sb_publishable_1',
  VITE_APP_URL: 'https://quorum.example.org/',
};

it('takes a complete set as it is', () => {
  expect(readExtensionEnvironment({ ...complete, HOME: '/' })).toEqual(complete);
});

it('names each variable that is missing or malformed, and no other', () => {
  expect(() => readExtensionEnvironment({})).toThrow(
    /VITE_SUPABASE_URL, such as .*\n.*VITE_SUPABASE_PUBLISHABLE_KEY, such as .*\n.*VITE_APP_URL, such as/,
  );
  const wrong = { ...complete, VITE_APP_URL: 'quorum.example.org' };
  expect(() => readExtensionEnvironment(wrong)).toThrow(/are\n {2}VITE_APP_URL, such as https:\/\/quorum[^\n]*$/);
  expect(() => readExtensionEnvironment({ ...complete, VITE_APP_URL: 'javascript:alert(1)' })).toThrow('VITE_APP_URL');
});
