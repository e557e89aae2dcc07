import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

/** One step of the database's form; never changed once it was released, only followed by a next. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  /** SHA-256 of the text, with line ends as `\n`: git may have made others of them. */
  readonly checksum: string
}

export async function readMigrations(): Promise<Migration[]> {
  const folder = new URL('./', import.meta.url)
  const names = (await readdir(folder)).filter((name) => /^\d{4}-.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(name.slice(0, 4))
      if (number !== index + 1) throw new Error(`migration ${name} does not follow on ${index}`)
      const sql = (await readFile(new URL(name, folder), 'utf8')).replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(sql).digest('hex')
      return { number, name: name.slice(5, -4), sql, checksum }
    }),
  )
}
