import { run } from './run.ts'

// Who reads along may leave (`tijdig figures | head`): the rest is then for nobody.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined)

const code = await run(process.argv.slice(2), {
  print: (text) => process.stdout.write(text),
  tell: (line) => process.stderr.write(`${line}\n`),
  isTerminal: process.stdout.isTTY === true,
  environment: process.env,
  input: process.stdin,
}).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : error}\n`)
  return 1
})
process.exitCode = code
