import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import * as z from 'zod/mini';

// zod/mini, as all that every page of an organization loads: the other build weighs 11 KB more. Schemas of both are taken.

/** A list in the address, as `status=active,inactive`; items that do not fit are dropped. */
export function commaList<Item extends z.core.$ZodType>(item: Item) {
  const values = z.pipe(
    z.transform((raw: unknown) => (typeof raw === 'string' ? splitList(raw) : raw)),
    z.array(z.unknown()),
  );
  return z._default(
    z.pipe(
      values,
      z.transform((found) => found.flatMap((value) => acceptItem(item, value))),
    ),
    [],
  );
}

function splitList(raw: string): string[] {
  return raw.split(',').filter((part) => part !== '');
}

function acceptItem<Item extends z.core.$ZodType>(item: Item, value: unknown): z.output<Item>[] {
  const parsed = z.safeParse(item, value);
  return parsed.success ? [parsed.data] : [];
}

/**
 * Reads the schema's fields from the address; a field that is absent or does not fit becomes its default.
 * Every field of the schema must accept `undefined` (`.default(...)`, `.optional()`).
 */
export function readUrlState<Schema extends z.core.$ZodObject>(
  schema: Schema,
  params: URLSearchParams,
): z.output<Schema> {
  const accepted: Record<string, string> = {};
  for (const key of Object.keys(schema._zod.def.shape)) {
    const raw = params.get(key);
    if (raw !== null && z.safeParse(schema, { [key]: raw }).success) accepted[key] = raw;
  }
  return z.parse(schema, accepted);
}

/** Writes changes into a copy of the address's parameters; a value equal to its default is left out, others are kept. */
export function writeUrlState<Schema extends z.core.$ZodObject>(
  schema: Schema,
  params: URLSearchParams,
  changes: Partial<z.output<Schema>>,
): URLSearchParams {
  const next = new URLSearchParams(params);
  const defaults: Record<string, unknown> = z.parse(schema, {});
  for (const [key, value] of Object.entries(changes)) {
    const text = asText(value);
    if (text === asText(defaults[key])) next.delete(key);
    else next.set(key, text);
  }
  return next;
}

function asText(value: unknown): string {
  if (value === undefined || value === null) return '';
  return Array.isArray(value) ? value.join(',') : String(value);
}

/**
 * The address's parameters as they are now. React renders a navigation a moment after the address has changed, so what a
 * component last saw can lack a second tick, or what another field has just written.
 */
export function presentParams(): URLSearchParams {
  return new URLSearchParams(window.location.search);
}

/**
 * State that lives in the address, so that a view can be linked and the back button works.
 * Takes a zod object whose fields all have defaults (numbers with `z.coerce.number()`, lists with `commaList`); answers the
 * present values and a setter for some of them. `replace: true` leaves no step behind for the back button.
 */
export function useUrlState<Schema extends z.core.$ZodObject>(schema: Schema) {
  const [params, setParams] = useSearchParams();
  const state = useMemo(() => readUrlState(schema, params), [schema, params]);
  const setState = useCallback(
    (changes: Partial<z.output<Schema>>, options?: { replace?: boolean }) => {
      setParams(() => writeUrlState(schema, presentParams(), changes), {
        replace: options?.replace ?? false,
        preventScrollReset: true,
      });
    },
    [schema, setParams],
  );
  return [state, setState] as const;
}
