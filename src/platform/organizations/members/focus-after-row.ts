/**
 * For a button that may end with its row, before it acts: what it returns puts the focus, which is lost with the button, on
 * the last button of the next row (of the one before, when it was the last), or on the heading above the list.
 */
export function focusAfterRow(button: HTMLElement): () => void {
  const row = button.closest('li');
  const heading = button.closest('section, main')?.querySelector('h1, h2');
  const neighbours = [row?.nextElementSibling, row?.previousElementSibling];
  return () => {
    if (button.isConnected) return;
    const buttons = neighbours.find((neighbour) => neighbour?.isConnected)?.querySelectorAll('button');
    const target = buttons?.[buttons.length - 1] ?? heading;
    if (target instanceof HTMLElement) target.focus();
  };
}
