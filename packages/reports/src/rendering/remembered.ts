/**
 * What was made lately, by what it was made of. Who edits a report asks for the same drawings again
 * and again; what was not asked for longest goes first.
 */
export class Remembered<T> {
  readonly #most: number
  readonly #made = new Map<string, T>()

  constructor(most: number) {
    this.#most = most
  }

  get(key: string, make: () => T): T {
    const value = this.#made.has(key) ? (this.#made.get(key) as T) : make()
    this.#made.delete(key)
    this.#made.set(key, value)
    if (this.#made.size > this.#most) {
      for (const oldest of this.#made.keys()) {
        this.#made.delete(oldest)
        break
      }
    }
    return value
  }
}
