import type { Rolldown } from 'vite';

type CodeSplitting = Exclude<Rolldown.OutputOptions['codeSplitting'], boolean | undefined>;

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
  /\/src\/platform\/ui\/(group-types|list-skeleton|no-permission|notify|page-header|seats|status-looks)\.tsx?$/,
];

/** What the schedule has in common with other pages: home, a group's sessions, the printed week. */
const ABOUT_SESSIONS = [
  /\/src\/modules\/pm\/sessions\/(session-panel|session-dialogs|use-people|use-rooms|availability|room|session|wall-clock)\.tsx?$/,
  /\/src\/modules\/pm\/sessions\/(policy\/policy-words|run\/start\/start-now-button|calendar-files\/use-download-calendar)\.tsx?$/,
  /\/src\/modules\/pm\/sessions\/(series\/)?api\/(get-sessions-between|get-group-seats|change-series|update-session)\.ts$/,
  /\/src\/modules\/pm\/schedule\/(calendar-events|calendar-range|closed-days|session-card|session-event|session-filter|use-schedule-sessions|moving\/use-move-in-calendar)\.tsx?$/,
];

const anyOf = (parts: readonly RegExp[]) => (id: string) => parts.some((part) => part.test(id));

/**
 * Which modules are built into one file, each group with all that it needs. One by one the modules of a first load weigh a
 * sixth more, and name each other again and again. `react` and `supabase` stay cached while the app's code changes. `start`
 * is what main.tsx needs before it knows that the app can run, and must never import `app`, which connects as soon as it is
 * loaded. `shell` must not be fetched by those who are not signed in: what the pages of guests share with it is in `app`. The
 * first loads of `npm run bench` show when something is missing there. The rest follows the lazy routes.
 */
export const chunkGroups: CodeSplitting['groups'] = [
  { name: 'react', test: /node_modules\/(react|react-dom|scheduler|react-router)\//, priority: 4 },
  { name: 'supabase', test: /node_modules\/@supabase\//, priority: 4 },
  {
    name: 'start',
    test: /src\/app\/misconfigured-page\.tsx$|src\/platform\/supabase\/environment\.ts$|vite\/preload-helper/,
    priority: 3,
  },
  { name: 'app', test: anyOf(ALSO_FOR_GUESTS), priority: 2 },
  { name: 'shell', test: anyOf(FOR_MEMBERS), priority: 1 },
  { name: 'sessions', test: anyOf(ABOUT_SESSIONS) },
  { name: 'icons', test: /\/@tabler\/icons-react\//, minShareCount: 2 },
];
