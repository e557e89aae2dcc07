import { catalogue } from '@tijdig/catalogue'
import { runServer } from './start/run-server.ts'

// Who reads along may leave (`npm start | head`); the server goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const code = await runServer(process.argv.slice(2), process.env, catalogue, {
  say: (line) => console.log(line),
  complain: (line) => console.error(line),
})
// All is closed; what a library left running must not keep the program alive.
process.exit(code)
