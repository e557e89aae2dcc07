/**
 * Steps that the server has not taken yet, kept in this browser until it has: also when the page is
 * closed, the machine stops or the connection is gone. Of each editor apart: one tab, one client.
 */
const PREFIX = 'tijdig.concept-rapport/'

export interface UnsentSteps {
  /** The version of the draft on which they follow. */
  readonly version: number
  readonly steps: readonly unknown[]
}

type Keeper = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** What is kept of one person's work on one draft. */
export function unsentOf(person: string, draft: string, storage: Keeper = window.localStorage) {
  const before = `${PREFIX}${person}/${draft}/`
  return {
    /** The editors that left something behind. */
    clients: (): readonly string[] =>
      Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '')
        .filter((name) => name.startsWith(before))
        .map((name) => name.slice(before.length)),
    read: (client: string): UnsentSteps | undefined => parse(storage.getItem(before + client)),
    keep(client: string, unsent: UnsentSteps): boolean {
      try {
        if (unsent.steps.length === 0) storage.removeItem(before + client)
        else storage.setItem(before + client, JSON.stringify(unsent))
        return true
      } catch {
        // A browser that keeps nothing: what was typed is still on the page.
        return false
      }
    },
  }
}

function parse(text: string | null): UnsentSteps | undefined {
  if (text === null) return undefined
  try {
    const { version, steps } = JSON.parse(text) as Partial<UnsentSteps>
    if (typeof version !== 'number' || !Array.isArray(steps)) return undefined
    return { version, steps }
  } catch {
    return undefined
  }
}
