import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv } from 'vite';
import { chunkGroups } from './scripts/vite/chunk-groups.ts';
import { nativeTemporalPlugin } from './scripts/vite/native-temporal.ts';
import { securityHeadersPlugin } from './scripts/vite/security-headers.ts';

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
        codeSplitting: { groups: chunkGroups },
      },
    },
  },
}));
