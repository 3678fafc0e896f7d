import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { extensionManifest } from './manifest';

const manifest = extensionManifest({ version: '1.2.3', supabaseUrl: 'https://ref.supabase.co/some/path' });

it('asks for no permission, no website and no background', () => {
  const asked = Object.keys(manifest).filter((key) => /permission|host|background|content_scripts|external/.test(key));
  expect(asked).toEqual([]);
  expect(manifest).toMatchObject({ manifest_version: 3, version: '1.2.3' });
});

it('lets the popup run its own scripts alone and talk to its Supabase project alone', () => {
  const policy = manifest.content_security_policy.extension_pages.split('; ');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).toContain('connect-src https://ref.supabase.co');
  expect(policy.filter((directive) => directive.includes('unsafe'))).toEqual(["style-src 'self' 'unsafe-inline'"]);
});

it('names icons that are there', () => {
  const missing = Object.values(manifest.icons).filter(
    (icon) => !existsSync(path.join(import.meta.dirname, '..', 'public', icon)),
  );
  expect(missing).toEqual([]);
});
