import { resolve } from 'node:path'
import { catalogue } from '@tijdig/catalogue'
import { momentOfMilliseconds } from '@tijdig/core'
import { dataFolder, followTeller, type House, type HouseError, openHouse } from '@tijdig/server'
import type { Surroundings } from './command.ts'

/** Opens the data folder, works with it, and closes it again whatever happens. */
export async function withHouse(
  surroundings: Surroundings,
  data: string | undefined,
  work: (house: House) => Promise<number>,
): Promise<number> {
  const { environment, tell } = surroundings
  const opened = await openHouse({
    dataFolder: findData(surroundings, data),
    role: 'tool',
    environment,
    catalogue,
    now: () => momentOfMilliseconds(Date.now()),
    notify: tell,
    onFollow: followTeller(tell, Date.now),
  })
  if (!opened.ok) {
    const { reason, detail } = opened.error
    tell(reason)
    if (detail) tell(`(${detail})`)
    return 1
  }
  const house = opened.value
  const interruption = closeWhenInterrupted(house)
  try {
    return await work(house)
  } catch (error) {
    // What was being done fails when its database closes: that is what was asked for.
    if (interruption.happened()) return INTERRUPTED
    throw error
  } finally {
    await house.close()
    interruption.forget()
  }
}

/** The data folder that was named, else the one of the environment. */
export function findData({ environment }: Surroundings, named: string | undefined): string {
  return named === undefined ? dataFolder(environment) : resolve(named)
}

/** The exit code of a command that somebody broke off. */
export const INTERRUPTED = 130

/** Tells what the house refuses; gives the exit code for it. */
export function refused({ tell }: Surroundings, { reason }: HouseError): number {
  tell(reason)
  return 1
}

/** Who breaks off a command leaves a database that is closed, not one that runs on. */
function closeWhenInterrupted(house: House) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  let happened = false
  const onSignal = () => {
    if (happened) return
    happened = true
    const leave = () => process.exit(INTERRUPTED)
    house.close().then(leave, leave)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return {
    happened: () => happened,
    forget() {
      for (const signal of signals) process.off(signal, onSignal)
    },
  }
}
