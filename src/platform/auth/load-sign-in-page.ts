/** The page that a sign-out leads to, loaded when first visited. */
export async function loadSignInPage() {
  return { Component: (await import('./pages/sign-in-page')).SignInPage };
}
