import { catalogue } from '@tijdig/catalogue'
import { getMoment } from '@tijdig/core'
import type { House } from '../../house/house.ts'
import { openHouse } from '../../house/open-house.ts'

/** The house of a data folder, as the command line opens it, for as long as the work takes. */
export async function withHouse<T>(
  dataFolder: string,
  work: (house: House) => Promise<T>,
): Promise<T> {
  const opened = await openHouse({
    dataFolder,
    role: 'tool',
    environment: {},
    catalogue,
    now: () => getMoment('2023-06-01T10:00:00Z'),
  })
  if (!opened.ok) throw new Error(opened.error.reason)
  try {
    return await work(opened.value)
  } finally {
    await opened.value.close()
  }
}
