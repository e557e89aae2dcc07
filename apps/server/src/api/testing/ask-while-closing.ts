import { once } from 'node:events'
import { connect } from 'node:net'
import type { FastifyInstance } from 'fastify'

/**
 * Asks something on a connection that was there already, while the server stops.
 * @returns All that came back, and when the server has stopped.
 */
export async function askWhileClosing(app: FastifyInstance, at: string) {
  const socket = connect(Number(new URL(at).port), '127.0.0.1')
  let answer = ''
  socket.setEncoding('latin1').on('data', (text: string) => {
    answer += text
  })
  await once(socket, 'connect')
  // Half a request, so that the connection is not idle and stays.
  socket.write('GET /api/v1/sign-in HTTP/1.1\r\nHost: localhost\r\n')
  await new Promise((resolve) => app.server.getConnections(resolve))
  const stopped = app.close()
  await new Promise(setImmediate)
  socket.write('\r\n')
  await once(socket, 'close')
  return { answer, stopped }
}
