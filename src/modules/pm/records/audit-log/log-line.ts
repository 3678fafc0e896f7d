/** An entry of either log as it is shown and exported. */
export interface LogLine {
  id: number;
  /** Timestamp as the database sends it. */
  at: string;
  who: string;
  /** The kind of action, in words. */
  action: string;
  sentence: string;
  group: RecordLink | null;
  patient: RecordLink | null;
}

/** A group or patient that an entry is about. */
export interface RecordLink {
  id: string;
  name: string;
  /** Then it is found among what was recently deleted. */
  isDeleted: boolean;
}

/** A page of a log with the names that its filters show. */
export interface LogPage {
  lines: LogLine[];
  hasMore: boolean;
  /** The people whom the page names, who may have left. */
  people: ReadonlyMap<string, string>;
  /** The patient by whom the log is narrowed; null for none, or one that cannot be named. */
  patient: string | null;
}
