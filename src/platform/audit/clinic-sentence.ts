import * as z from 'zod';
import { formatDate } from '@/platform/time';
import { type AuditChanges, fromTo, listed, textOf } from './changes';

const LABELS: Readonly<Record<string, string>> = {
  name: 'the name of the organization',
  slug: 'its web address',
  timezone: 'the time zone',
  idle_minutes: 'the minutes until idle people are signed out',
  cancellation_reasons: 'the cancellation reasons',
  locations: 'the locations to choose from',
  roster_names: 'how printed rosters name patients',
};

const VALUE_WORDS: Readonly<Record<string, string>> = { preferred_name: 'preferred names', initials: 'initials' };

/** What was changed about the organization and its settings, from what to what. */
export function organizationSentence(who: string, changes: AuditChanges): string {
  const { settings, ...columns } = changes;
  const words = Object.entries({ ...columns, ...settingChanges(settings?.from, settings?.to) }).map(
    ([key, { from, to }]) => fromTo(labelOf(key), settingWords(from), settingWords(to)),
  );
  return `${who} changed ${listed(words) || 'the organization'}.`;
}

const settingsRecord = z.record(z.string(), z.unknown()).catch({});

/** Settings are one value for the database; people changed one of them. */
function settingChanges(before: unknown, after: unknown): AuditChanges {
  const [from, to] = [settingsRecord.parse(before), settingsRecord.parse(after)];
  const keys = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  return Object.fromEntries(
    keys
      .filter((key) => JSON.stringify(from[key]) !== JSON.stringify(to[key]))
      .map((key) => [key, { from: from[key], to: to[key] }]),
  );
}

function labelOf(key: string): string {
  return (Object.hasOwn(LABELS, key) ? LABELS[key] : undefined) ?? `the setting ${key.replaceAll('_', ' ')}`;
}

function settingWords(value: unknown): string | null {
  if (Array.isArray(value)) return value.length === 0 ? 'none' : `“${value.map(String).join(', ')}”`;
  const text = textOf(value);
  return text !== null && Object.hasOwn(VALUE_WORDS, text) ? (VALUE_WORDS[text] ?? text) : text;
}

/** A day on which the clinic is closed: entered, renamed, or opened again. */
export function closedDaySentence(who: string, action: string, closedOn: string, changes: AuditChanges): string {
  const day = /^\d{4}-\d\d-\d\d$/.test(closedOn) ? formatDate(closedOn) : closedOn;
  if (action === 'insert') return `${who} closed the clinic on ${day}: ${textOf(changes.name?.to)}.`;
  if (action === 'delete')
    return `${who} opened the clinic on ${day} again; it was closed: ${textOf(changes.name?.from)}.`;
  return `${who} renamed the closed day ${day} from ${textOf(changes.name?.from)} to ${textOf(changes.name?.to)}.`;
}
