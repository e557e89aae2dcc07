import { type TagUse, tagKey } from '@tijdig/drafts'
import type { TagValueView } from '@tijdig/server/contract'
import { getTagValues, type PlacedUse } from '../../../api/drafts.ts'

const GATHER = 40
const MOST = 100

/** What the blocks of a draft show, asked together and kept: its question does not change. */
export class ValueStore {
  readonly #draft: string
  readonly #values = new Map<string, TagValueView>()
  readonly #wanted = new Map<string, PlacedUse>()
  readonly #waiting = new Map<string, Set<(value: TagValueView) => void>>()
  #timer: number | undefined

  constructor(draft: string) {
    this.#draft = draft
  }

  find(use: TagUse): TagValueView | undefined {
    return this.#values.get(tagKey(use))
  }

  /** Tells the value once it is known; gives what stops that. */
  follow(use: PlacedUse, listener: (value: TagValueView) => void): () => void {
    const key = tagKey(use)
    const known = this.#values.get(key)
    if (known) {
      listener(known)
      return () => undefined
    }
    const waiting = this.#waiting.get(key) ?? new Set()
    waiting.add(listener)
    this.#waiting.set(key, waiting)
    this.#wanted.set(key, use)
    this.#timer ??= window.setTimeout(() => void this.#ask(), GATHER)
    return () => waiting.delete(listener)
  }

  async #ask(): Promise<void> {
    this.#timer = undefined
    const asked = [...this.#wanted].slice(0, MOST)
    for (const [key] of asked) this.#wanted.delete(key)
    try {
      const values = await getTagValues(
        this.#draft,
        asked.map(([, use]) => use),
      )
      for (const [index, [key]] of asked.entries()) {
        const value = values[index]
        if (!value) continue
        this.#values.set(key, value)
        for (const listener of this.#waiting.get(key) ?? []) listener(value)
        this.#waiting.delete(key)
      }
    } catch {
      // Without an answer they say what they are; asked again with the next that comes.
      for (const [key, use] of asked) this.#wanted.set(key, use)
      return
    }
    if (this.#wanted.size > 0) this.#timer = window.setTimeout(() => void this.#ask(), 0)
  }
}
