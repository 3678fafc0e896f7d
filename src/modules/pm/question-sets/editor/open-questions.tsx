import { createContext, type ReactNode, use, useMemo, useState } from 'react';

interface OpenState {
  isOpen: (questionId: string) => boolean;
  /** Opens these beside what is open. */
  open: (questionIds: readonly string[]) => void;
  toggle: (questionId: string) => void;
}

const OpenContext = createContext<OpenState | null>(null);

/** Holds which questions are opened to be written; the others are a line each, so that sixty can be put in order. */
export function OpenQuestions({ children }: { children: ReactNode }) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const state = useMemo<OpenState>(
    () => ({
      isOpen: (id) => ids.has(id),
      open: (added) => setIds((present) => new Set([...present, ...added])),
      toggle: (id) =>
        setIds((present) =>
          present.has(id) ? new Set([...present].filter((each) => each !== id)) : new Set([...present, id]),
        ),
    }),
    [ids],
  );
  return <OpenContext value={state}>{children}</OpenContext>;
}

/** Which questions are open. Throws outside of `OpenQuestions`. */
export function useOpenQuestions(): OpenState {
  const state = use(OpenContext);
  if (!state) throw new Error('useOpenQuestions belongs inside OpenQuestions');
  return state;
}
