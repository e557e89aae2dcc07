import type { ProgrammeSearch, ViewName } from './search.ts'

/** Where what is neither line, goal nor action is to be found. */
const VIEW_OF: Readonly<Record<string, ViewName>> = {
  'programme-milestone': 'mijlpalen',
  'programme-budget': 'geld',
  'programme-decision': 'besluiten',
  'programme-risk': 'besluiten',
  'programme-meeting': 'besluiten',
  'programme-activity': 'besluiten',
}

/**
 * What the address of a programme holds for who comes back to it from a part: the view from which
 * they left, with its clocks; who came from elsewhere gets the view in which the part stands.
 */
export function backTo(
  route: string,
  { beeld, op, bekend, sinds }: ProgrammeSearch,
): ProgrammeSearch {
  return { beeld: beeld ?? VIEW_OF[route], op, bekend, sinds }
}
