import { createHash } from 'node:crypto'
import { hostname } from 'node:os'
import { Client, type ClientConfig } from 'pg'

/** "TIJD" in ASCII: keeps our advisory locks apart from those of others in one database. */
const LOCK_SPACE = 0x54494a44
const USED = 1

/**
 * A connection that is held for as long as this program uses the database.
 * Its locks vanish with the program, however that ends.
 */
export class Keeper {
  readonly #client: Client
  #lost: (() => void) | undefined

  private constructor(client: Client) {
    this.#client = client
    const tellOnce = () => {
      const lost = this.#lost
      this.#lost = undefined
      lost?.()
    }
    client.on('error', tellOnce)
    client.on('end', tellOnce)
  }

  static async connect(config: ClientConfig, role: 'server' | 'tool'): Promise<Keeper> {
    const client = new Client({ ...config, application_name: `tijdig ${role} keeper` })
    const keeper = new Keeper(client)
    await client.connect()
    return keeper
  }

  /** Says that the database is in use; false when its last user is stopping it just now. */
  async startUsing(): Promise<boolean> {
    return this.#lock('select pg_try_advisory_lock_shared($1, $2) as held', USED)
  }

  /** True when nobody else uses the database; from then on nobody can start to. */
  async isLast(): Promise<boolean> {
    this.#lost = undefined
    await this.#client.query('select pg_advisory_unlock_shared($1, $2)', [LOCK_SPACE, USED])
    return this.#lock('select pg_try_advisory_lock($1, $2) as held', USED)
  }

  /** One server for a data folder; the embedded database has one folder, one's own may have more. */
  async becomeServer(dataFolder: string): Promise<boolean> {
    const name = createHash('sha256').update(`${hostname()}\n${dataFolder}`).digest()
    return this.#lock('select pg_try_advisory_lock($1, $2) as held', name.readInt32BE(0))
  }

  onLost(tell: () => void): void {
    this.#lost = tell
  }

  async end(): Promise<void> {
    this.#lost = undefined
    await this.#client.end().catch(() => undefined)
  }

  async #lock(text: string, key: number): Promise<boolean> {
    const { rows } = await this.#client.query<{ held: boolean }>(text, [LOCK_SPACE, key])
    return rows[0]?.held === true
  }
}
