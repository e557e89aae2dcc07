import { describe, expect, it } from 'vitest'
import { readArguments } from './read-arguments.ts'

const read = (args: string[], PORT?: string) => readArguments(args, { PORT })

describe('how the server is started', () => {
  it('listens on this machine only, on port 8080, with the demo', () => {
    expect(read([])).toEqual({
      ok: true,
      value: { port: 8080, host: '127.0.0.1', empty: false, help: false },
    })
  })

  it('takes a port as option before one from the environment', () => {
    expect(read(['--port', '8081'], '9000')).toMatchObject({ value: { port: 8081 } })
    expect(read([], '9000')).toMatchObject({ value: { port: 9000 } })
    expect(read(['--empty'], '')).toMatchObject({ value: { port: 8080, empty: true } })
  })

  it.each(['65536', '-1', 'acht', '80.5', ' '])('refuses the port "%s"', (port) => {
    const refused = read([], port)
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('geen poort') })
  })

  it('names an option that does not exist, and what does', () => {
    const refused = read(['--leeg'])
    expect(refused).toMatchObject({ ok: false, error: expect.stringContaining('--leeg') })
    expect(refused).toMatchObject({ error: expect.stringContaining('npm start -- --empty') })
  })
})
