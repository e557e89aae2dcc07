/** Why the server stops: somebody asked, or its database is gone. */
export type StopReason =
  | { readonly kind: 'asked' }
  | { readonly kind: 'lost'; readonly reason: string }

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Listens for who asks to stop. Asking again changes nothing: a database that is being stopped must
 * not be broken off half-way.
 */
export function stopSignals(again: () => void) {
  let stop: (reason: StopReason) => void = () => undefined
  let stopping = false
  const asked = new Promise<StopReason>((resolve) => {
    stop = (reason) => {
      stopping = true
      resolve(reason)
    }
  })
  const onSignal = () => {
    if (stopping) again()
    else stop({ kind: 'asked' })
  }
  for (const signal of SIGNALS) process.on(signal, onSignal)
  return { asked, stop, isStopping: () => stopping }
}
