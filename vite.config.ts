import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { nativeTemporalPlugin } from './scripts/vite/native-temporal.ts';
import { securityHeadersPlugin } from './scripts/vite/security-headers.ts';

/** The app itself, and what the sign-in page or the check-in page needs of what the pages of an organization need, too. */
const ALSO_FOR_GUESTS = [
  /\/src\/app\/app\.tsx$/,
  /\/@mantine\/core\/esm\/components\/(ActionIcon|Alert|Anchor|Input|Skeleton)\//,
  /\/@mantine\/(core|hooks)\/.*\/(get-env|use-resolved-styles-api|use-uncontrolled)\.mjs$/,
  /\/@tanstack\/react-query\/.*\/(queryOptions|useMutation|useQuery)\.js$/,
  /\/icons\/Icon(AlertCircle|Check|HeartHandshake|User)\.mjs$/,
  /\/src\/platform\/(time\/(date-format|timestamp)|ui\/use-page-focus)\.ts$/,
];

/** What is around the pages of an organization, and what most of them need. */
const FOR_MEMBERS = [
  /\/src\/app\/organization-layout\.tsx$/,
  /\/@mantine\/core\/esm\/components\/(Badge|SegmentedControl|Tooltip)\//,
  /\/src\/platform\/(query\/url-state|permissions\/can|time\/(format|zone))\.tsx?$/,
  /\/src\/platform\/ui\/(group-types|no-permission|notify|list-skeleton|page-header|seats|status-looks)\.tsx?$/,
];

export default defineConfig(({ mode }) => ({
  plugins: [
    react(),
    nativeTemporalPlugin(),
    securityHeadersPlugin(loadEnv(mode, import.meta.dirname, 'VITE_').VITE_SUPABASE_URL || undefined),
  ],
  resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
  build: {
    target: 'es2023',
    // Browsers that know light-dark(): rewritten for older ones, it would ask for variables that Mantine never sets.
    cssTarget: ['chrome123', 'edge123', 'firefox120', 'safari17.5'],
    rolldownOptions: {
      // An index.ts only passes names on. Without saying so, whoever takes one name from a feature loads all that the feature has: the
      // sign-in page and the patients' page would fetch supabase-js and time zones, 110 KB for nothing.
      treeshake: {
        moduleSideEffects: [{ test: /\/src\/(platform|modules)\/.*\/index\.tsx?$/, sideEffects: false }],
      },
      output: {
        // Without the chunk's name: each page's list of what to fetch with it is part of the first load, half of it was names.
        chunkFileNames: 'assets/[hash].js',
        // What every page needs is in few chunks: one by one, its modules weigh a sixth more. `react` and `supabase` stay cached while
        // the app's code changes. `start` is what main.tsx needs before it knows that the app can run, and must never import
        // `app`, which connects as soon as it is loaded. `shell` is what is around the pages of an organization, with all that it
        // needs; who is not signed in must not fetch it, so what the pages of guests share with it is in `app` (the bench's first
        // loads show when something is missing there). The rest follows the lazy routes.
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\//, priority: 4 },
            { name: 'supabase', test: /node_modules\/@supabase\//, priority: 4 },
            {
              name: 'start',
              test: /src\/app\/misconfigured-page\.tsx$|src\/platform\/supabase\/environment\.ts$|vite\/preload-helper/,
              priority: 3,
            },
            { name: 'app', test: (id) => ALSO_FOR_GUESTS.some((part) => part.test(id)), priority: 2 },
            { name: 'shell', test: (id) => FOR_MEMBERS.some((part) => part.test(id)), priority: 1 },
            { name: 'icons', test: /\/@tabler\/icons-react\//, minShareCount: 2 },
            {
              name: 'sessions',
              test: /\/src\/modules\/pm\/sessions\/(session-panel|session-dialogs|use-people|use-rooms|availability|room|session|wall-clock|policy\/policy-words|run\/start\/start-now-button)\.tsx?$/,
            },
          ],
        },
      },
    },
  },
}));
