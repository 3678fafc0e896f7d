/** The page of /o/:slug/pm/groups/:groupId/print, loaded when first visited. */
export async function loadRosterPrintPage() {
  return { Component: (await import('./print-page')).RosterPrintPage };
}
