import type { IndexHtmlTransformResult, Plugin } from 'vite';

type Headers = Record<string, string>;

/** What the app may load and whom it may talk to: itself and this Supabase project. */
function contentSecurityPolicy(supabaseUrl: string | undefined): Record<string, string> {
  const { origin = '' } = supabaseUrl === undefined ? {} : new URL(supabaseUrl);
  return {
    'default-src': "'self'",
    'script-src': "'self'",
    // Mantine writes <style> elements whose content follows the props, and a static host can make no nonce.
    'style-src': "'self' 'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': ["'self'", origin, origin.replace(/^http/, 'ws')].filter(Boolean).join(' '),
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
}

const written = (policy: Record<string, string>) =>
  Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');

/** The headers that every answer of the app's host has. `supabaseUrl` is VITE_SUPABASE_URL; undefined: none is known. */
export function securityHeaders(supabaseUrl: string | undefined): Headers {
  return {
    'Content-Security-Policy': written(contentSecurityPolicy(supabaseUrl)),
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    // Browsers heed it over HTTPS alone.
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  };
}

/** How long browsers keep what is under a path: names under assets/ hold a hash, all else is asked for again. */
export const cacheControl = (path: string): string =>
  path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';

/** The file `_headers` as Netlify and Cloudflare Pages read it. */
export function headersFile(supabaseUrl: string | undefined): string {
  const block = (path: string, headers: Headers) =>
    [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  return `${block('/*', securityHeaders(supabaseUrl))}\n${block('/assets/*', { 'Cache-Control': cacheControl('/assets/') })}\n`;
}

/** The policy as the page itself can state it, for hosts that send no headers. Framing is a header's business. */
function metaTag(supabaseUrl: string | undefined): IndexHtmlTransformResult {
  const { 'frame-ancestors': _, ...policy } = contentSecurityPolicy(supabaseUrl);
  const attrs = { 'http-equiv': 'Content-Security-Policy', content: written(policy) };
  return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
}

/** Puts the policy into the built page, the headers into `dist/_headers`, and both on what `vite preview` serves. */
export function securityHeadersPlugin(supabaseUrl: string | undefined): Plugin {
  return {
    name: 'quorum-security-headers',
    apply: (_config, { command, isPreview }) => command === 'build' || isPreview === true,
    transformIndexHtml: () => metaTag(supabaseUrl),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile(supabaseUrl) });
    },
    configurePreviewServer({ middlewares }) {
      const headers = Object.entries(securityHeaders(supabaseUrl));
      middlewares.use((request, response, next) => {
        for (const [name, value] of headers) response.setHeader(name, value);
        response.setHeader('Cache-Control', cacheControl(request.url ?? '/'));
        next();
      });
    },
  };
}
