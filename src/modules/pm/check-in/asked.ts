import type { JoinInfo } from './api/get-join-info';
import type { Asked } from './keeping/keeper';

/** What an open session asks. */
export function askedOf({ title, questions, materials }: JoinInfo): Asked {
  return { title: title ?? null, questions, materials };
}
