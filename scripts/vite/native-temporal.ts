import { createRequire } from 'node:module';
import path from 'node:path';
import type { Plugin } from 'vite';

const NATIVE = '\0native-temporal';

// The package's file for <script>: one piece that shares nothing with what FullCalendar needs of the package.
const WHOLE_POLYFILL = path.join(
  path.dirname(createRequire(import.meta.url).resolve('temporal-polyfill')),
  'global.js',
);

/**
 * Builds temporal-polyfill (16 KB of each first load) out of the app's code and FullCalendar's: browsers have Temporal, and
 * main.tsx fetches the polyfill for those that do not, before any of that code runs. In development and in tests, which run
 * where Temporal may be missing, the polyfill stays.
 */
export function nativeTemporalPlugin(): Plugin {
  return {
    name: 'quorum-native-temporal',
    apply: 'build',
    enforce: 'pre',
    resolveId(source, importer) {
      if (source === 'temporal-polyfill') return NATIVE;
      if (source === 'temporal-polyfill/global') return WHOLE_POLYFILL;
      // What FullCalendar imports chooses between two halves of the package by whether there is a Temporal; now there always is.
      if (source === '../chunks/funcApi-shim.js') return this.resolve('../chunks/funcApi-native.js', importer);
      return null;
    },
    load: (id) => (id === NATIVE ? 'export const { Temporal } = globalThis;' : null),
  };
}
