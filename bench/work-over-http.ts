import { randomBytes } from 'node:crypto'
import { Agent, get } from 'node:http'
import { join } from 'node:path'
import { type Day, momentOfMilliseconds } from '@tijdig/core'
import { openFileKeys, type WorkQuery } from '@tijdig/store'
import { buildServer } from '../apps/server/src/api/build-server.ts'
import { furnish } from '../apps/server/src/house/open-house.ts'
import { signInAs } from '../apps/server/src/testing/sign-in-as.ts'
import type { Workplace } from './workplace.ts'

type Who = Parameters<typeof signInAs>[1]
type Ask = (query: WorkQuery) => Promise<void>

const DAY = 86_400_000

/**
 * Lets people ask a server for work lists as their browsers do, each on a connection of its own. The
 * server is in this same process, so who asks takes its processor time too.
 */
export async function withAskingPeople<T>(
  { database, folder, catalogue }: Workplace,
  who: readonly Who[],
  today: Day,
  work: (people: readonly Ask[]) => Promise<T>,
): Promise<T> {
  const random = randomBytes
  const keys = await openFileKeys({ folder: join(folder, 'keys'), role: 'server', random })
  if (!keys.ok) throw new Error(keys.error.reason)
  const now = () => momentOfMilliseconds(today * DAY + DAY / 2)
  const house = furnish(database, { dataFolder: folder, catalogue, now }, keys.value)
  const app = await buildServer({
    house: async () => house,
    // Fifty who ask without thinking ask more in a minute than people may.
    rates: 'off',
    report: (error) => {
      throw error
    },
  })
  const agent = new Agent({ keepAlive: true, maxSockets: who.length })
  try {
    const at = await app.listen({ host: '127.0.0.1', port: 0 })
    const people: Ask[] = []
    for (const each of who) {
      const { cookie } = await signInAs(house, each)
      people.push(async ({ of, part, page, pageSize }) => {
        const query = new URLSearchParams({ of, page: `${page}`, pageSize: `${pageSize}` })
        if (part) query.set('part', part)
        await take(`${at}/api/v1/work?${query}`, agent, cookie)
      })
    }
    return await work(people)
  } finally {
    agent.destroy()
    await app.close()
  }
}

function take(url: string, agent: Agent, cookie: string): Promise<void> {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' }
  return new Promise((resolve, reject) => {
    get(url, { agent, headers }, (answer) => {
      answer.resume().on('error', reject)
      answer.on('end', () => {
        if (answer.statusCode === 200) resolve()
        else reject(new Error(`a work list was answered with ${answer.statusCode}`))
      })
    }).on('error', reject)
  })
}
