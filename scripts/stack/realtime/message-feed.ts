import type { Sql } from 'postgres';
import { z } from 'zod';

/** What realtime.send was called with. */
export interface Message {
  id: string;
  topic: string;
  event: string;
  private: boolean;
  payload: Record<string, unknown>;
}

const schema = z.object({
  id: z.string(),
  topic: z.string(),
  event: z.string(),
  private: z.boolean(),
  payload: z.record(z.string(), z.unknown()),
});

function parseMessage(text: string): Message | undefined {
  try {
    return schema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Puts messages together that the database notified in parts, "<id> <part> <parts> <text>". */
export function createAssembler(): { add(notification: string): Message | undefined; forget(): void } {
  const begun = new Map<string, string[]>();
  return {
    add(notification) {
      const [, id, part, parts, text] = /^(\S+) (\d+) (\d+) ([\s\S]*)$/.exec(notification) ?? [];
      if (id === undefined || text === undefined) return undefined;
      const texts = begun.get(id) ?? [];
      texts[Number(part) - 1] = text;
      if (Object.keys(texts).length < Number(parts)) {
        begun.set(id, texts);
        return undefined;
      }
      begun.delete(id);
      return parseMessage(texts.join(''));
    },
    forget: () => begun.clear(),
  };
}

/**
 * Hears every message that a committed transaction sent. `onGap`: the connection was lost and is there again; what was sent in
 * between is not heard.
 */
export async function followMessages(
  sql: Sql,
  onMessage: (message: Message) => void,
  onGap: () => void,
): Promise<void> {
  const assembler = createAssembler();
  let listening = false;
  await sql.listen(
    'realtime',
    (notification) => {
      const message = assembler.add(notification);
      if (message !== undefined) onMessage(message);
    },
    () => {
      assembler.forget();
      if (listening) onGap();
      listening = true;
    },
  );
}
