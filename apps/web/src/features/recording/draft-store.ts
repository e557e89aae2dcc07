import type { StepDraft } from './step-draft.ts'

/**
 * What was typed and not yet recorded, kept in this tab of the browser until it is recorded,
 * thrown away, or somebody signs out: steps, days and codes of a trajectory, never who a family is.
 */
const PREFIX = 'tijdig.concept/'

export interface KeptDraft extends StepDraft {
  /** Goes along when it is sent, so that what is sent twice is recorded once. */
  readonly key: string
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** Drafts of one appointment: somebody else in this tab never sees them. */
export function draftsOf(appointment: string, storage: Keeper = window.sessionStorage) {
  const name = (place: string) => `${PREFIX}${appointment}/${place}`
  return {
    read: (place: string): KeptDraft | undefined => parseDraft(storage.getItem(name(place))),
    keep(place: string, draft: KeptDraft): void {
      try {
        storage.setItem(name(place), JSON.stringify(draft))
      } catch {
        // A browser that keeps nothing: what was typed is still on the page.
      }
    },
    remove: (place: string) => storage.removeItem(name(place)),
  }
}

/** Throws away all drafts but those of one appointment; left out: all of them. */
export function forgetDrafts(but?: string, storage: Keeper = window.sessionStorage): void {
  const kept = but === undefined ? undefined : `${PREFIX}${but}/`
  const names = Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '')
  for (const name of names) {
    if (name.startsWith(PREFIX) && (kept === undefined || !name.startsWith(kept)))
      storage.removeItem(name)
  }
}

function parseDraft(text: string | null): KeptDraft | undefined {
  if (text === null) return undefined
  try {
    const { key, validOn, values } = JSON.parse(text) as Partial<Record<keyof KeptDraft, unknown>>
    if (typeof key !== 'string' || typeof validOn !== 'string') return undefined
    if (typeof values !== 'object' || values === null) return undefined
    const texts = Object.entries(values).filter(([, value]) => typeof value === 'string')
    return { key, validOn, values: Object.fromEntries(texts) as Record<string, string> }
  } catch {
    return undefined
  }
}
