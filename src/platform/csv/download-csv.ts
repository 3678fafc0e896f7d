/** Hands a CSV text to the browser as a file. The byte order mark tells Excel that it is UTF-8. */
export function downloadCsv(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // Not at once: some browsers fetch the address only after this task.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
