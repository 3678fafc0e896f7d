import { createRoot } from 'react-dom/client';
import '@/platform/ui/styles';
import { MisconfiguredPage } from '@/app/misconfigured-page';
import { readEnvironment } from '@/platform/supabase/environment';

const container = document.getElementById('root');
if (!container) throw new Error('index.html has no #root');
const root = createRoot(container);

const environment = readEnvironment(import.meta.env);
if (environment.configured) {
  // Browsers from before 2026; the build leaves Temporal to them (scripts/vite/native-temporal.ts).
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  // Imported only now, because the connection is made as soon as the app is loaded.
  const { App } = await import('@/app/app');
  root.render(<App />);
} else {
  root.render(<MisconfiguredPage problems={environment.problems} />);
}
