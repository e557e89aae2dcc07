import type { Moment } from '@tijdig/core'
import { findBsn } from '@tijdig/store'
import { describe, expect, it } from 'vitest'
import { tracesIn } from '../testing/find-traces.ts'
import { DEMO_TRACES, demoFamily } from './demo-families.ts'

const TRAJECTORY = {
  route: 'ot',
  id: 'OT-0001',
  children: ['OT-0001-K1', 'OT-0001-K2'],
  birthYear: 2011,
  changedAt: 0 as Moment,
}

describe('a made-up family', () => {
  it('is the same each time', () => {
    expect(demoFamily(TRAJECTORY)).toMatchInlineSnapshot(`
      {
        "changedAt": 0,
        "id": "OT-0001",
        "persons": [
          {
            "address": "Drooglegging 94
      9999 ZY Oud-Zevenblad",
            "bornOn": "2011-08-09",
            "bsn": "272215685",
            "code": "OT-0001-K1",
            "kind": "child",
            "name": "Bilal Kromhouteraerts",
            "note": null,
            "phone": null,
          },
          {
            "address": "Drooglegging 94
      9999 ZY Oud-Zevenblad",
            "bornOn": "2009-04-04",
            "bsn": "512848695",
            "code": "OT-0001-K2",
            "kind": "child",
            "name": "Douwe Kromhouteraerts",
            "note": null,
            "phone": null,
          },
          {
            "address": "Drooglegging 94
      9999 ZY Oud-Zevenblad",
            "bornOn": "1984-10-20",
            "bsn": "128628765",
            "code": "parent-1",
            "kind": "parent",
            "name": "Veerle Kromhouteraerts",
            "note": null,
            "phone": "06 81768904",
          },
        ],
        "route": "ot",
      }
    `)
  })

  it('is another for another trajectory, with numbers that could be', () => {
    const families = Array.from({ length: 300 }, (_, place) =>
      demoFamily({ ...TRAJECTORY, id: `OT-${place}` }),
    )
    const persons = families.flatMap((family) => family.persons)
    expect(new Set(persons.map(({ name }) => name)).size).toBeGreaterThan(600)
    for (const { bsn, name, address } of persons) {
      expect(findBsn(bsn ?? '')).toBe(bsn)
      expect(tracesIn(Buffer.from(`${name} ${address}`), DEMO_TRACES)).toHaveLength(3)
    }
  })
})

describe('a trace', () => {
  const hidden = (bytes: Buffer) =>
    tracesIn(Buffer.concat([Buffer.from('abc'), bytes, Buffer.from('xyz')]), ['Zilverkwast'])

  it.each([0, 1, 2, 3, 4])('is found in each form, %i bytes on', (before) => {
    const text = `${'-'.repeat(before)}Anna Zilverkwastema`
    for (const form of ['utf8', 'utf16le', 'base64', 'hex'] as const) {
      const bytes =
        form === 'utf8' || form === 'utf16le'
          ? Buffer.from(text, form)
          : Buffer.from(Buffer.from(text).toString(form))
      expect(hidden(bytes)).toEqual(['Zilverkwast'])
    }
    expect(hidden(Buffer.from(text, 'utf16le').swap16())).toEqual(['Zilverkwast'])
    expect(hidden(Buffer.from('Zilverkwas'))).toEqual([])
  })
})
