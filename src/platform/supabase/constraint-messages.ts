import type { ErrorMessage } from './error-messages';

/** What a person reads when a named constraint of the database refuses a value, and the field it belongs to. */
export const CONSTRAINT_ERRORS: Readonly<Record<string, ErrorMessage>> = {};
