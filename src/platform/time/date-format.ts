const formats = new Map<string, Intl.DateTimeFormat>();

/** A formatter in the app's language. Each is made once: to make one costs a hundred times what it costs to use it. */
export function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify(options);
  const format = formats.get(key) ?? new Intl.DateTimeFormat('en-US', options);
  formats.set(key, format);
  return format;
}
