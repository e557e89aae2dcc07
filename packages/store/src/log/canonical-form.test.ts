import { type Day, type Event, formatDay, formatMoment, getDay, getMoment } from '@tijdig/core'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalForm, chainHash, genesisHash } from './canonical-form.ts'

const EVENT: Event = {
  id: 'e1',
  trajectory: 'T-1',
  route: 'tool',
  type: 'lent',
  validOn: getDay('2023-03-01'),
  recordedAt: getMoment('2023-03-01T09:30:00.500Z'),
  data: { shop: 'Noord "1"', amount: 1e21, new: true },
}

test('writes JSON by RFC 8785', () => {
  expect(canonicalForm(EVENT)).toBe(
    '{"data":{"amount":1e+21,"new":true,"shop":"Noord \\"1\\""},"id":"e1",' +
      '"recordedAt":"2023-03-01T09:30:00.5Z","route":"tool","trajectory":"T-1",' +
      '"type":"lent","validOn":"2023-03-01"}',
  )
  expect(canonicalForm({ ...EVENT, data: {}, supersedes: 'é' })).toBe(
    '{"data":{},"id":"e1","recordedAt":"2023-03-01T09:30:00.5Z","route":"tool",' +
      '"supersedes":"é","trajectory":"T-1","type":"lent","validOn":"2023-03-01"}',
  )
})

test('sorts names of data by their code units, whole numbers too', () => {
  const data = { '10': 1, '9': 2, b: 3, B: 4, é: 5, '😀': 6, '\uff00': 7 }
  expect(canonicalForm({ ...EVENT, data })).toContain(
    '{"data":{"10":1,"9":2,"B":4,"b":3,"é":5,"😀":6,"\uff00":7}',
  )
})

test('a chain of hashes is SHA-256 over the one before and the event', () => {
  const genesis = genesisHash('6f1d4c1e-0000-4000-8000-000000000000')
  // printf %s 6f1d4c1e-0000-4000-8000-000000000000 | sha256sum
  expect(genesis).toBe('05c371e2459993b68ebef6144a4ad6698e737f0987dba651d09ff7243d1efbbf')
  // { printf %s …000 | sha256sum | cut -c1-64 | tr -d '\n'; printf é; } | sha256sum
  expect(chainHash(genesis, 'é')).toBe(
    '50fa1c6f4ba291a0669af8f545af29d134f5b6700ad603dcc755e05c5cc291ac',
  )
})

test('writes days and moments as core does', () => {
  const anyDay = fc.integer({ min: -719_162, max: 2_932_896 })
  const anyMoment = fc.integer({ min: -9e15, max: 9e15 })
  fc.assert(
    fc.property(anyDay, anyMoment, (validOn, recordedAt) => {
      const event = { ...EVENT, validOn, recordedAt } as Event
      const written = JSON.parse(canonicalForm(event)) as Record<string, string>
      expect(written.validOn).toBe(formatDay(validOn as Day))
      expect(written.recordedAt).toBe(formatMoment(event.recordedAt))
    }),
    { seed: 20230331 },
  )
})

test('says the same of the same event, whatever the order of its data', () => {
  const value = fc.oneof(
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
  )
  const data = fc.dictionary(fc.string(), value)
  fc.assert(
    fc.property(data, (fields) => {
      const reversed = Object.fromEntries(Object.entries(fields).reverse())
      const text = canonicalForm({ ...EVENT, data: fields })
      expect(canonicalForm({ ...EVENT, data: reversed })).toBe(text)
      expect(JSON.parse(text).data).toEqual(JSON.parse(JSON.stringify(fields)))
    }),
    { seed: 20230331 },
  )
})
