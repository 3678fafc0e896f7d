import { lazy, Suspense } from 'react';
import { IdleGate, useSession } from '@/platform/auth';
import { ListSkeleton } from '@/platform/ui';
import { PopupFrame } from './popup-frame';
import { SignInScreen } from './sign-in-screen';

// With supabase-js, which the form to sign in does without until somebody types.
const GroupsScreens = lazy(async () => ({ default: (await import('../groups/groups-screens')).GroupsScreens }));

// A working day. The organization's idle time protects a screen with patients on it; none of them is ever here.
const UNUSED_MINUTES = 8 * 60;

const WHY_SIGNED_OUT = {
  idle: 'You were signed out because this was not used for eight hours.',
  elsewhere: 'You were signed out on another device.',
  'by-hand': null,
};

/** Signing in for who is not, the groups for who is. */
export function PopupScreens() {
  const session = useSession();
  switch (session.status) {
    case 'loading':
      return (
        <PopupFrame>
          <ListSkeleton />
        </PopupFrame>
      );
    case 'signed-in':
      return (
        <IdleGate minutes={UNUSED_MINUTES}>
          <PopupFrame signedInAs={session.user.email}>
            <Suspense fallback={<ListSkeleton rows={6} />}>
              <GroupsScreens />
            </Suspense>
          </PopupFrame>
        </IdleGate>
      );
    case 'expired':
      return <SignInScreen notice="Your session has ended. Sign in again." />;
    case 'signed-out':
      return <SignInScreen notice={session.reason && WHY_SIGNED_OUT[session.reason]} />;
  }
}
