import { z } from 'zod'

const word = z.string().max(200)

/** Parameters with which a question is narrowed to one indicator, or one table of it. */
export const indicatorQuery = word.optional().describe('Alleen dit cijfer.')
export const byQuery = word
  .optional()
  .describe('Naar deze verdelingen, met komma’s ertussen; leeg: alleen het totaal.')

/** `a,b` to its parts; empty: the total. */
export function readBy(by: string | undefined): string[] | undefined {
  return by?.split(',').filter((name) => name !== '')
}
