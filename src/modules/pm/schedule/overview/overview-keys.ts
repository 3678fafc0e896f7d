/** Marks what the arrow keys go to: sessions and free times, with their column's number and the minutes they span. */
export function stopAttributes(column: number, from: number, to: number) {
  return { 'data-column': column, 'data-from': from, 'data-to': to };
}

/**
 * Moves the focus by an arrow key: up and down in time, left and right to the neighbouring column at the same time, Home and
 * End to the column's ends. Answers whether the key meant something here.
 */
export function moveFocus(grid: HTMLElement, from: Element, key: string): boolean {
  const here = stopOf(from);
  if (!here) return false;
  const target = targetOf(grid, here, key);
  target?.element.focus();
  return target !== undefined;
}

interface Stop {
  element: HTMLElement;
  column: number;
  from: number;
  to: number;
}

function targetOf(grid: HTMLElement, here: Stop, key: string): Stop | undefined {
  const column = stopsOf(grid, here.column);
  const index = column.findIndex(({ element }) => element === here.element);
  if (key === 'ArrowDown') return column[index + 1];
  if (key === 'ArrowUp') return column[index - 1];
  if (key === 'Home') return column[0];
  if (key === 'End') return column.at(-1);
  if (key === 'ArrowRight') return nearest(stopsOf(grid, here.column + 1), here.from);
  if (key === 'ArrowLeft') return nearest(stopsOf(grid, here.column - 1), here.from);
  return undefined;
}

function nearest(stops: readonly Stop[], minutes: number): Stop | undefined {
  return stops.find(({ to }) => to > minutes) ?? stops.at(-1);
}

function stopsOf(grid: HTMLElement, column: number): Stop[] {
  return [...grid.querySelectorAll(`[data-column="${column}"]`)]
    .flatMap((element) => stopOf(element) ?? [])
    .sort((one, other) => one.from - other.from || one.to - other.to);
}

function stopOf(element: Element): Stop | null {
  if (!(element instanceof HTMLElement) || element.dataset.column === undefined) return null;
  const { column, from, to } = element.dataset;
  return { element, column: Number(column), from: Number(from), to: Number(to) };
}
