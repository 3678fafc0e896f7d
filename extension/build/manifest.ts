interface Built {
  /** The version of package.json. */
  version: string;
  /** VITE_SUPABASE_URL: the one address that the popup talks to. */
  supabaseUrl: string;
}

const ICONS = Object.fromEntries([16, 32, 48, 128].map((size) => [size, `icons/icon-${size}.png`]));

/**
 * The extension as browsers read it (Manifest V3). It asks for no permission: the popup is a page of its own that talks to
 * Supabase like any website, and keeps its session in its own storage.
 */
export function extensionManifest({ version, supabaseUrl }: Built) {
  return {
    manifest_version: 3,
    name: 'Quorum',
    version,
    description: 'Your groups of all organizations, and a session started with two clicks.',
    icons: ICONS,
    action: { default_title: 'Quorum', default_popup: 'popup.html', default_icon: ICONS },
    // light-dark() in style sheets.
    minimum_chrome_version: '123',
    // A private window would share the storage, and be signed in too.
    incognito: 'not_allowed',
    content_security_policy: { extension_pages: contentSecurityPolicy(supabaseUrl) },
  };
}

function contentSecurityPolicy(supabaseUrl: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    // Mantine writes <style> elements whose content follows the props.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src ${new URL(supabaseUrl).origin}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
