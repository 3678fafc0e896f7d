import config from './playwright.config.ts';

/** `npm run screenshots`: takes the pictures of the README (docs/images) from the demo data. */
export default {
  ...config,
  testDir: 'e2e/screenshots',
  reporter: 'list',
  use: { ...config.use, viewport: { width: 1360, height: 860 }, timezoneId: 'America/Phoenix', trace: 'off' },
} satisfies typeof config;
