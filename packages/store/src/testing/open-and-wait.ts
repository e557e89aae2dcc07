import { openDatabase } from '../database/open-database.ts'

// Run as a program of its own: opens the database of a data folder, says how that went, and closes
// it when told to. `open-and-wait.ts FOLDER server|tool`

const [dataFolder = '', role] = process.argv.slice(2)
const opened = await openDatabase({
  dataFolder,
  role: role === 'server' ? 'server' : 'tool',
  environment: {},
})
if (!opened.ok) {
  process.send?.({ code: opened.error.code, reason: opened.error.reason })
  process.disconnect?.()
} else {
  const { rows } = await opened.value.pool.query('select current_user as me')
  process.send?.({ code: 'opened', me: rows[0].me, place: opened.value.place })
  process.on('message', async (message) => {
    if (message !== 'close') return
    await opened.value.close()
    process.send?.({ code: 'closed' })
    process.disconnect?.()
  })
}
