import type { AuditEntry } from '@tijdig/store'
import { describe, expect, it } from 'vitest'
import { RefusalCounts } from './refusal-counts.ts'

const refusal = (status: number): AuditEntry => ({
  kind: 'refusal',
  outcome: 'refused',
  detail: { request: 'GET session', status },
})

function counts() {
  const written: [address: string, detail: AuditEntry['detail']][] = []
  const refusals = new RefusalCounts(
    async ({ address }, { detail }) => {
      written.push([address, detail])
    },
    (error) => {
      throw error
    },
  )
  const add = (address: string, status = 401) =>
    refusals.add({ session: null, address }, refusal(status))
  return { refusals, add, written }
}

describe('refusals that anybody can bring about', () => {
  it('are written once a minute for each address and status, and then counted', async () => {
    const { refusals, add, written } = counts()
    for (let call = 0; call < 1_000; call++) await add('192.0.2.1')
    await add('192.0.2.1', 429)
    await add('192.0.2.2')
    const first = { request: 'GET session', status: 401 }
    expect(written).toEqual([
      ['192.0.2.1', first],
      ['192.0.2.1', { ...first, status: 429 }],
      ['192.0.2.2', first],
    ])
    await refusals.close()
    expect(written.slice(3)).toEqual([['192.0.2.1', { ...first, more: 999 }]])
    await add('192.0.2.1')
    expect(written).toHaveLength(5)
    await refusals.close()
  })

  it('from more addresses than anybody has stay few', async () => {
    const { refusals, add, written } = counts()
    for (let call = 0; call < 2_000; call++) await add(`address ${call}`)
    await refusals.close()
    expect(written).toHaveLength(502)
    expect(written.at(-1)).toEqual(['', { others: true, more: 1_499 }])
  })
})
