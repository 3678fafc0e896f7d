/** The search for a drop-in is used now and then; for React's `lazy`. */
export async function loadDropInDialog() {
  return { default: (await import('./drop-in-dialog')).DropInDialog };
}
