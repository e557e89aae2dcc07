import { catalogue } from '@tijdig/catalogue'
import { createCalendar, createFoldPlan } from '@tijdig/core'
import { openDatabase, openStore } from '@tijdig/store'
import { importLog } from '../import-log.ts'

// Run as a program of its own: brings a file in and tells its progress, until it is killed.
// `import-and-tell.ts FOLDER FILE`

const [dataFolder = '', path = ''] = process.argv.slice(2)
const opened = await openDatabase({ dataFolder, role: 'tool', environment: {} })
if (!opened.ok) throw new Error(opened.error.reason)
const calendar = createCalendar()
const plans = catalogue.routes.map((route) => createFoldPlan(route, calendar))
await importLog({
  store: openStore(opened.value, plans),
  paths: [path],
  input: process.stdin,
  workingFolder: dataFolder,
  onProgress: (progress) => process.send?.(progress),
})
await opened.value.close()
process.disconnect?.()
