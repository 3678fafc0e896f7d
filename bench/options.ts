import { parseArgs } from 'node:util';
import { Problem } from '../scripts/stack/problem.ts';

export interface BenchOptions {
  /** 1 is the design's: 200 organizations. Everything else is counted by organization, so 0.05 has 10 of them. */
  scale: number;
  /** Patients of the organization that is measured. */
  patients: number;
  /** Which parts run. */
  only: ReadonlySet<Part>;
  /** The result as JSON instead of a table. */
  json: boolean;
  /** Exit code 1 when a row misses its target. */
  strict: boolean;
}

export const PARTS = ['database', 'search', 'enrollment', 'calendar', 'download'] as const;

export type Part = (typeof PARTS)[number];

function isPart(name: string): name is Part {
  return PARTS.some((part) => part === name);
}

function positive(text: string, option: string): number {
  const value = Number(text);
  if (!(value > 0)) throw new Problem(`--${option} takes a number above 0, not "${text}".`);
  return value;
}

function parts(text: string): Set<Part> {
  const names = text.split(',');
  const unknown = names.find((name) => !isPart(name));
  if (unknown !== undefined) throw new Problem(`--only takes ${PARTS.join(', ')}, not "${unknown}".`);
  return new Set(names.filter(isPart));
}

/** Reads the command line. Throws a Problem that names what is wrong with it. */
export function readOptions(commandLine: string[]): BenchOptions {
  try {
    const { values } = parseArgs({
      args: commandLine,
      options: {
        scale: { type: 'string', default: '1' },
        patients: { type: 'string', default: '200000' },
        only: { type: 'string', default: PARTS.join(',') },
        json: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
      },
    });
    return {
      scale: positive(values.scale, 'scale'),
      patients: positive(values.patients, 'patients'),
      only: parts(values.only),
      json: values.json,
      strict: values.strict,
    };
  } catch (error) {
    if (error instanceof TypeError) throw new Problem(error.message);
    throw error;
  }
}
