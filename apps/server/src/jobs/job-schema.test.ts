import { readFile } from 'node:fs/promises'
import PgBoss from 'pg-boss'
import { expect, it } from 'vitest'
import { inProject } from '../start/data-folder.ts'

const flat = (sql: string) => sql.replace(/\s+/g, ' ').replaceAll(' ;', ';')

it('the migration makes what this pg-boss would make itself', async () => {
  const path = inProject('packages', 'store', 'src', 'migrations', '0015-reminders.sql')
  const made = flat(await readFile(path, 'utf8'))
  const asked = flat(PgBoss.getConstructionPlans('tijdig_jobs'))
  // Not the transaction around it: a migration has its own.
  const begin = asked.indexOf('CREATE TYPE')
  const end = asked.lastIndexOf('COMMIT;')
  expect(begin).toBeGreaterThan(0)
  expect(end).toBeGreaterThan(begin)
  expect(made).toContain(asked.slice(begin, end).trim())
})
