import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkEvent, remarksOn } from './check-event.ts'
import { parseEvent } from './parse-event.ts'
import { exampleRoute } from './testing/example-route.ts'

const GOOD = {
  id: 'e1',
  trajectory: 'T1',
  route: 'example',
  type: 'opened',
  validOn: '2023-03-01',
  recordedAt: '2023-03-01T09:00:00Z',
  data: { how: 'wide' },
}

/** What becomes of an event: the code and place of the refusal, or `taken in`. */
function outcome(change: Record<string, unknown>): string {
  const raw = Object.fromEntries(
    Object.entries({ ...GOOD, ...change }).filter(([, value]) => value !== undefined),
  )
  const parsed = parseEvent(raw)
  if (!parsed.ok) return `${parsed.error.code} ${parsed.error.place}`
  const known = parsed.value.route === 'example' ? exampleRoute : undefined
  const refused = checkEvent(known, parsed.value)
  if (refused) return `${refused.code} ${refused.place}`
  return ['taken in', ...remarksOn(exampleRoute, parsed.value).map(({ code }) => code)].join(', ')
}

describe('an event', () => {
  it.each<[Record<string, unknown>, string]>([
    [{}, 'taken in'],
    [{ data: { how: 'wide', where: 'back' } }, 'taken in, code-not-listed'],
    [{ data: { how: 'wide', doors: 2, locked: false } }, 'taken in'],
    [{ type: 'retracted', data: undefined, supersedes: 'e0' }, 'taken in'],
    [{ type: 'retracted', data: undefined }, 'supersedes-missing supersedes'],
    [{ supersedes: 'e1' }, 'supersedes-itself supersedes'],
    [{ id: undefined }, 'key-missing id'],
    [{ id: '' }, 'id-invalid id'],
    [{ id: 7 }, 'id-invalid id'],
    [{ id: 'a\u0000b' }, 'id-invalid id'],
    [{ id: 'x'.repeat(201) }, 'id-invalid id'],
    [{ trajectory: '\ud800' }, 'id-invalid trajectory'],
    [{ validOn: undefined }, 'key-missing validOn'],
    [{ validOn: '2023-02-30' }, 'day-invalid validOn'],
    [{ recordedAt: '2023-03-01' }, 'moment-invalid recordedAt'],
    [{ note: 'moeder belde' }, 'key-unknown note'],
    [{ data: [] }, 'data-invalid data'],
    [{ data: { how: { deep: 1 } } }, 'data-invalid data'],
    [{ route: 'elsewhere' }, 'route-unknown route'],
    [{ type: 'vanished' }, 'type-unknown type'],
    [{ type: 'toString', data: {} }, 'type-unknown type'],
    [{ data: {} }, 'field-missing data.how'],
    [{ data: { how: 'sideways' } }, 'field-invalid data.how'],
    [{ data: { how: 3 } }, 'field-invalid data.how'],
    [{ data: { how: 'wide', doors: 'two' } }, 'field-invalid data.doors'],
    [{ data: { how: 'wide', locked: 'no' } }, 'field-invalid data.locked'],
    [{ data: { how: 'wide', name: 'Jansen' } }, 'field-unknown data.name'],
  ])('%j: %s', (change, expected) => expect(outcome(change)).toBe(expected))

  it.each([null, 5, 'x', [], true])('is not %j', (value) => {
    expect(parseEvent(value)).toMatchObject({ ok: false, error: { code: 'not-an-event' } })
  })

  it('is parsed or refused with words, whatever it is', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const parsed = parseEvent(value)
        if (!parsed.ok) expect(parsed.error.reason).toMatch(/\.$/)
      }),
      { seed: 2 },
    )
  })
})
