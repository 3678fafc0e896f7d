import { useCallback, useEffect, useState } from 'react';
import { lastActivity, recordActivity } from './activity';
import { type IdlePhase, idlePhase } from './idle-clock';

const SIGNS_OF_LIFE = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'] as const;
/** Writing down each movement of the mouse would serve nobody. */
const RECORD_EVERY_MILLISECONDS = 5_000;

/** Watches for signs of life in all tabs. Once the warning shows, only the function answered beside the phase counts as one. */
export function useIdlePhase(minutes: number): readonly [IdlePhase, () => void] {
  const [current, setCurrent] = useState<IdlePhase>(() => idlePhase(lastActivity(), Date.now(), minutes));

  useEffect(() => {
    function look(): IdlePhase {
      const next = idlePhase(lastActivity(), Date.now(), minutes);
      // What is over stays over: another tab that has signed out first has forgotten when there was life.
      setCurrent((present) => (present.phase === 'over' || isSame(present, next) ? present : next));
      return next;
    }
    function noticeLife() {
      const idleFor = Date.now() - lastActivity();
      if (idleFor > RECORD_EVERY_MILLISECONDS && look().phase === 'active') recordActivity();
    }
    if (look().phase === 'active') recordActivity();
    const timer = setInterval(look, 1000);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, noticeLife, { passive: true });
    // Timers sleep in a tab that is not seen; what is due must be done before anything is.
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, noticeLife);
      document.removeEventListener('visibilitychange', look);
    };
  }, [minutes]);

  const stay = useCallback(() => {
    recordActivity();
    setCurrent({ phase: 'active' });
  }, []);

  return [current, stay];
}

function isSame(one: IdlePhase, other: IdlePhase): boolean {
  if (one.phase === 'warning' && other.phase === 'warning') return one.secondsLeft === other.secondsLeft;
  return one.phase === other.phase;
}
