import type { Pool } from 'pg'

export interface DatabaseOptions {
  /** The folder of all that is kept (`TIJDIG_DATA`); made when it is not there. */
  readonly dataFolder: string
  /** A server has the folder to itself; tools (the command line) may work beside it. */
  readonly role: 'server' | 'tool'
  readonly environment: DatabaseEnvironment
  /** Told in a Dutch sentence what may take a while, or where things are kept. */
  readonly notify?: (sentence: string) => void
  /** A server is told when its database is lost for good and it can only stop. */
  readonly onLost?: (reason: string) => void
}

/** The part of the process's environment that decides which PostgreSQL is used. */
export interface DatabaseEnvironment {
  readonly DATABASE_URL?: string | undefined
  readonly NODE_ENV?: string | undefined
  /** `yes`: the embedded PostgreSQL in production too. */
  readonly TIJDIG_EMBEDDED?: string | undefined
}

export interface Database {
  /** For what the program itself does. Every connection has the rights of `tijdig_system`, no more. */
  readonly pool: Pool
  /** For what somebody asks who signed in. Every connection has the rights of `tijdig_app`, no more. */
  readonly actorPool: Pool
  readonly kind: 'embedded' | 'own'
  /** Where the data are, to tell people. */
  readonly place: string
  /** Closes all connections; the last one to leave stops the embedded PostgreSQL. */
  close(): Promise<void>
}
