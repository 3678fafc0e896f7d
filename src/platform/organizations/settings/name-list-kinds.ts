import { MAX_LOCATION_LENGTH, MAX_LOCATIONS, MAX_REASON_LENGTH, MAX_REASONS } from '../settings.schema';

/** A list of names among the settings, and how it is spoken of. */
export interface NameListKind {
  key: 'cancellation_reasons' | 'locations';
  title: string;
  /** What it is for. */
  description: string;
  /** One of it. */
  noun: string;
  /** How many there may be, and of how many characters. */
  most: number;
  longest: number;
  label: string;
  /** What may be given that is not in the list. */
  freedom: string;
  saveLabel: string;
  savedMessage: string;
  /** For those who read it only. */
  emptyMessage: string;
}

/** Why sessions are cancelled. */
export const CANCELLATION_REASONS: NameListKind = {
  key: 'cancellation_reasons',
  title: 'Cancellation reasons',
  description: 'Offered whenever sessions are cancelled, so that reports can tell what for.',
  noun: 'reason',
  most: MAX_REASONS,
  longest: MAX_REASON_LENGTH,
  label: 'Reasons to choose from',
  freedom: 'Own words can always be given.',
  saveLabel: 'Save reasons',
  savedMessage: 'The cancellation reasons were saved.',
  emptyMessage: 'No reasons are offered: each cancellation is explained in own words.',
};

/** Where groups meet. */
export const LOCATIONS: NameListKind = {
  key: 'locations',
  title: 'Locations',
  description: 'Offered first wherever a room or place is given, so that each is always written the same way.',
  noun: 'location',
  most: MAX_LOCATIONS,
  longest: MAX_LOCATION_LENGTH,
  label: 'Locations to choose from',
  freedom: 'Another place can always be given.',
  saveLabel: 'Save locations',
  savedMessage: 'The locations were saved.',
  emptyMessage: 'No locations are listed: those used before are offered.',
};
