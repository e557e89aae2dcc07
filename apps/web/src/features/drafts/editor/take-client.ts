import { makeKey } from '../../recording/make-key.ts'
import type { UnsentSteps, unsentOf } from './unsent-steps.ts'

export interface Client {
  readonly name: string
  /** What an editor that is gone left unsent, and this one goes on with. */
  readonly left: UnsentSteps | undefined
  release(): void
}

/**
 * The name under which this tab writes: that of one that left something behind and is gone, or a new
 * one. A lock of the browser tells whether another tab still has it: two may never have the same.
 */
export async function takeClient(unsent: ReturnType<typeof unsentOf>): Promise<Client> {
  for (const name of unsent.clients()) {
    const release = await hold(name)
    if (release) return { name, left: unsent.read(name), release }
  }
  const name = makeKey()
  const release = await hold(name)
  return { name, left: undefined, release: release ?? (() => undefined) }
}

function hold(name: string): Promise<(() => void) | undefined> {
  // Only on an address that is not encrypted: there one tab at a time is all that can be assumed.
  if (!('locks' in navigator)) return Promise.resolve(() => undefined)
  return new Promise((resolve) => {
    void navigator.locks.request(`tijdig-concept-${name}`, { ifAvailable: true }, (lock) => {
      if (!lock) {
        resolve(undefined)
        return
      }
      return new Promise<void>((release) => resolve(() => release()))
    })
  })
}
