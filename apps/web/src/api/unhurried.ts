/** Who moves a clock with the keyboard asks more often than this; in between nobody reads. */
const HURRIED = 400
const REST = 250

const lastAsked = new Map<string, number>()

/**
 * Waits a moment when the same was asked just before with other clocks: what is passed on the way
 * is then never asked. Rejects when it was called off meanwhile.
 * @param what The question without its clocks.
 */
export async function unhurried(what: string, signal: AbortSignal): Promise<void> {
  const now = performance.now()
  const before = lastAsked.get(what)
  lastAsked.set(what, now)
  if (before === undefined || now - before > HURRIED) return
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, REST)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      reject(signal.reason)
    })
  })
}
