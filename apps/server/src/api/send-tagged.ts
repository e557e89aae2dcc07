import { createHash } from 'node:crypto'
import type { FastifyReply } from 'fastify'

/** Sends bytes under a tag made of them, or only that they did not change to who has them. */
export function sendTagged(
  reply: FastifyReply,
  known: string | undefined,
  content: string | Uint8Array,
  type: string,
): FastifyReply {
  const tag = `"${createHash('sha256').update(content).digest('base64url')}"`
  reply.header('etag', tag)
  if (known?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag)) {
    return reply.code(304).send()
  }
  return reply
    .type(typeof content === 'string' ? `${type}; charset=utf-8` : type)
    .send(typeof content === 'string' ? content : Buffer.from(content))
}
