/** The page of /o/:slug/pm/approvals, loaded when first visited. */
export async function loadApprovalsPage() {
  return { Component: (await import('./approvals-page')).ApprovalsPage };
}
