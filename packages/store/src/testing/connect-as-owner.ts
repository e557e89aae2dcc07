import { Client } from 'pg'
import { joinEmbedded } from '../embedded/join-embedded.ts'

/** A connection with all rights to the embedded database of a data folder. */
export async function connectAsOwner(dataFolder: string): Promise<Client> {
  const embedded = await joinEmbedded(dataFolder, () => undefined)
  const config = embedded.ok ? await embedded.value.reach() : embedded
  if (!config.ok) throw new Error(config.error.reason)
  const client = new Client(config.value)
  await client.connect()
  return client
}
