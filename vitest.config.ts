import path from 'node:path';
import { defineConfig } from 'vitest/config';

const alias = { '@': path.resolve(import.meta.dirname, 'src') };
const shared = { clearMocks: true, restoreMocks: true };
// Loading the same libraries again for each file took longer than the tests. No file leaves anything behind in them.
const together = { ...shared, isolate: false };

export default defineConfig({
  test: {
    projects: [
      {
        resolve: { alias },
        test: {
          ...together,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'extension/**/*.test.ts', 'scripts/**/*.test.ts'],
        },
      },
      {
        resolve: { alias },
        test: {
          ...together,
          name: 'database',
          include: ['supabase/tests/database/**/*.test.ts'],
          globalSetup: ['supabase/tests/support/global-setup.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          maxWorkers: 2,
        },
      },
      {
        resolve: { alias },
        test: {
          ...shared,
          name: 'api',
          include: ['supabase/tests/api/**/*.test.ts'],
          globalSetup: ['supabase/tests/support/global-setup-api.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
