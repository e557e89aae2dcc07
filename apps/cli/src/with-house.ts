import { resolve } from 'node:path'
import { catalogue } from '@tijdig/catalogue'
import { momentOfMilliseconds } from '@tijdig/core'
import { dataFolder, type House, type HouseError, openHouse } from '@tijdig/server'
import type { Surroundings } from './command.ts'

/** Opens the data folder, works with it, and closes it again whatever happens. */
export async function withHouse(
  surroundings: Surroundings,
  data: string | undefined,
  work: (house: House) => Promise<number>,
): Promise<number> {
  const { environment, tell } = surroundings
  const opened = await openHouse({
    dataFolder: data === undefined ? dataFolder(environment) : resolve(data),
    role: 'tool',
    environment,
    catalogue,
    now: () => momentOfMilliseconds(Date.now()),
    notify: tell,
  })
  if (!opened.ok) {
    const { reason, detail } = opened.error
    tell(reason)
    if (detail) tell(`(${detail})`)
    return 1
  }
  const house = opened.value
  const interrupted = closeOnSignal(house)
  try {
    return await work(house)
  } finally {
    interrupted.forget()
    await house.close()
  }
}

/** Tells what the house refuses; gives the exit code for it. */
export function refused({ tell }: Surroundings, { reason }: HouseError): number {
  tell(reason)
  return 1
}

/** Who breaks off a command leaves a database that is closed, not one that runs on. */
function closeOnSignal(house: House) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let closing = false
  const onSignal = () => {
    if (closing) return
    closing = true
    const leave = () => process.exit(130)
    // What was being done fails now that its database closes; that is what was asked for.
    process.on('uncaughtException', () => undefined)
    house.close().then(leave, leave)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    forget() {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
