import { useCallback, useMemo } from 'react';
import { useLocation, useNavigate } from 'react-router';
import * as z from 'zod';
import { presentParams, useUrlState } from '@/platform/query';

const DIALOGS = ['complete', 'cancel', 'notes', 'drop-in', 'keys'] as const;

export type RunDialog = (typeof DIALOGS)[number];

const runAddressSchema = z.object({ dialog: z.enum(['', ...DIALOGS]).default('') });

/** Left with a step of the history that opened a dialog here. */
const openedHere = z.object({ openedDialog: z.literal(true) });

/** What is open on the page of a session, as the address holds it. The back button closes it, and closing leaves no step behind. */
export function useRunAddress() {
  const [address] = useUrlState(runAddressSchema);
  const navigate = useNavigate();
  const { state } = useLocation();
  const isOpenedHere = openedHere.safeParse(state).success;

  const open = useCallback(
    (dialog: RunDialog) => navigate({ search: searchWith(dialog) }, { state: { openedDialog: true } }),
    [navigate],
  );
  const { dialog } = address;
  const close = useCallback(() => {
    // It was closed already while it saved, and what is open since is another's.
    if ((presentParams().get('dialog') ?? '') !== dialog) return;
    if (isOpenedHere) return navigate(-1);
    return navigate({ search: searchWith('') }, { replace: true });
  }, [navigate, isOpenedHere, dialog]);
  return useMemo(() => ({ address, open, close }), [address, open, close]);
}

function searchWith(dialog: RunDialog | ''): string {
  const params = presentParams();
  if (dialog === '') params.delete('dialog');
  else params.set('dialog', dialog);
  return params.toString();
}
