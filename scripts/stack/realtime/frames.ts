import { z } from 'zod';

/** A message of the Phoenix protocol, version 2.0.0, as JSON. */
export interface Frame {
  /** Which of a topic's joins it belongs to; null: none. */
  joinRef: string | null;
  /** What an answer names again; null: none is wanted. */
  ref: string | null;
  topic: string;
  event: string;
  payload: Record<string, unknown>;
}

const reference = z.string().max(100).nullable();
const schema = z.tuple([
  reference,
  reference,
  z.string().max(300),
  z.string().max(100),
  z.record(z.string(), z.unknown()),
]);

/** The frame in a text; undefined where it is none. */
export function readFrame(text: string): Frame | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  const { data } = schema.safeParse(parsed);
  if (data === undefined) return undefined;
  const [joinRef, ref, topic, event, payload] = data;
  return { joinRef, ref, topic, event, payload };
}

/** A frame as the text that travels. */
export function writeFrame({ joinRef, ref, topic, event, payload }: Frame): string {
  return JSON.stringify([joinRef, ref, topic, event, payload]);
}

/** The answer to a frame. */
export function replyTo(frame: Frame, status: 'ok' | 'error', response: Record<string, unknown> = {}): Frame {
  return { ...frame, event: 'phx_reply', payload: { status, response } };
}
