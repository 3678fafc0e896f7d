import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, loadEnv, type Plugin } from 'vite';
import { readExtensionEnvironment } from './extension/build/environment.ts';
import { extensionManifest } from './extension/build/manifest.ts';
import packageJson from './package.json' with { type: 'json' };

function manifestPlugin(supabaseUrl: string): Plugin {
  return {
    name: 'quorum-extension-manifest',
    generateBundle() {
      const source = `${JSON.stringify(extensionManifest({ version: packageJson.version, supabaseUrl }), null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'manifest.json', source });
    },
  };
}

/** The browser extension: `npm run build:extension` -> dist-extension/. */
export default defineConfig(({ mode }) => {
  const { VITE_SUPABASE_URL } = readExtensionEnvironment(loadEnv(mode, import.meta.dirname, 'VITE_'));
  return {
    root: path.resolve(import.meta.dirname, 'extension'),
    envDir: import.meta.dirname,
    plugins: [react(), manifestPlugin(VITE_SUPABASE_URL)],
    resolve: { alias: { '@': path.resolve(import.meta.dirname, 'src') } },
    build: {
      outDir: path.resolve(import.meta.dirname, 'dist-extension'),
      emptyOutDir: true,
      target: 'es2023',
      cssTarget: 'chrome123',
      // Fetched from the disk: fetching ahead gains nothing.
      modulePreload: false,
      rolldownOptions: {
        input: path.resolve(import.meta.dirname, 'extension', 'popup.html'),
        // As for the app: an index.ts only passes names on.
        treeshake: { moduleSideEffects: [{ test: /\/src\/platform\/.*\/index\.tsx?$/, sideEffects: false }] },
      },
    },
  };
});
