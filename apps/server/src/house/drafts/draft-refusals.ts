import { err } from '@tijdig/core'
import type { DraftRefusal } from '@tijdig/store'
import { type HouseError, houseError } from '../house-error.ts'

const REFUSALS = {
  behind: ['draft-behind', 'Iemand anders schreef intussen verder. Haal dat eerst op.'],
  closed: ['draft-closed', 'In dit concept kan nu niet worden geschreven.'],
  'not-now': ['draft-not-now', 'Dat kan niet meer: er is intussen iets met het concept gebeurd.'],
  'same-person': [
    'second-person-needed',
    'U schreef zelf als laatste in deze tekst. Laat een ander hem goedkeuren.',
  ],
  'not-a-publisher': ['not-allowed', 'Goedkeuren doet een rapporteur.'],
} as const satisfies Record<DraftRefusal, readonly [HouseError['code'], string]>

/** What the database refused, as the house says it. */
export function refused(refusal: DraftRefusal) {
  const [code, reason] = REFUSALS[refusal]
  return err(houseError(code, reason))
}

export function behind() {
  return refused('behind')
}
