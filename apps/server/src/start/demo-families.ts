import { createHash } from 'node:crypto'
import type { Moment } from '@tijdig/core'
import { type BroughtFamily, type FamilyPerson, findBsn } from '@tijdig/store'

/** Of a trajectory what its made-up family follows from. */
export interface DemoTrajectory {
  readonly route: string
  readonly id: string
  /** The children that its log names, by their pseudonyms. */
  readonly children: readonly string[]
  /** Of the child that it is about, where the log tells. */
  readonly birthYear: number | undefined
  readonly changedAt: Moment
}

const SEED = 'tijdig-demo-1'
const FIRST_NAMES = [
  'Aaltje',
  'Bilal',
  'Charissa',
  'Douwe',
  'Eliza',
  'Femke',
  'Gijsbert',
  'Hanneke',
  'Ibrahim',
  'Jorrit',
  'Kirsten',
  'Lisanne',
  'Marijn',
  'Nadia',
  'Olivier',
  'Pleun',
  'Quinten',
  'Roosmarijn',
  'Soufiane',
  'Tjitske',
  'Umar',
  'Veerle',
  'Wessel',
  'Xandra',
  'Yasmina',
  'Zjenja',
] as const
/** Each pair makes a surname that nobody has: so that a trace of one is a trace of these. */
const FRONTS = [
  'Zilverkwast',
  'Boterbloem',
  'Kromhouter',
  'Windewaai',
  'Molenwiek',
  'Sterrenkijk',
  'Zandheuvel',
  'Regenpijp',
] as const
const ENDS = ['aerts', 'instra', 'ema', 'mansveld', 'oordt', 'stede', 'linghe', 'wijckx'] as const
const STREETS = ['Lisdoddepad', 'Sleutelbloemhof', 'Kwikstaartlaan', 'Drooglegging'] as const
const TOWNS = ['Nergenshuizen', 'Verzonnenveen', 'Oud-Zevenblad'] as const

/** Stands in each of these families, and nowhere else: who finds one of these, found a family. */
export const DEMO_TRACES: readonly string[] = [...FRONTS, ...STREETS, ...TOWNS]

/** A made-up family: the same for the same trajectory, for ever. Nobody of these exists. */
export function demoFamily({
  route,
  id,
  children,
  birthYear,
  changedAt,
}: DemoTrajectory): BroughtFamily {
  const pick = chooser(`${SEED}/${route}/${id}`)
  const surname = `${pick('front', FRONTS)}${pick('end', ENDS)}`
  const address = `${pick('street', STREETS)} ${1 + pick.whole('house', 180)}\n9999 ${pick('letters', ['ZX', 'ZY', 'ZZ'])} ${pick('town', TOWNS)}`
  const person = (
    code: string,
    kind: FamilyPerson['kind'],
    year: number,
    more: Partial<FamilyPerson> = {},
  ): FamilyPerson => ({
    code,
    kind,
    name: `${pick(`${code}/first`, FIRST_NAMES)} ${surname}`,
    bornOn: `${year}-${two(1 + pick.whole(`${code}/month`, 12))}-${two(1 + pick.whole(`${code}/day`, 28))}`,
    bsn: bsnFrom(10_000_000 + pick.whole(`${code}/bsn`, 80_000_000)),
    address,
    phone: null,
    note: null,
    ...more,
  })
  const young = birthYear ?? 2008 + pick.whole('year', 12)
  const codes = children.length > 0 ? children : [`${id}-K1`]
  return {
    route,
    id,
    changedAt,
    persons: [
      ...codes.map((code, place) => person(code, 'child', young - 2 * place)),
      person('parent-1', 'parent', young - 24 - pick.whole('age', 14), {
        phone: `06 ${10_000_000 + pick.whole('phone', 89_999_999)}`,
      }),
    ],
  }
}

/** The first number from here on that stands the elfproef. */
function bsnFrom(start: number): string {
  for (let number = start; ; number++) {
    const bsn = findBsn(`${number}0`) ?? findBsn(`${number}5`)
    if (bsn !== undefined) return bsn
  }
}

function two(number: number): string {
  return String(number).padStart(2, '0')
}

/** Chance that follows from a text: the same for the same, for each of its names another. */
function chooser(seed: string) {
  const whole = (name: string, limit: number) =>
    createHash('sha256').update(`${seed}/${name}`).digest().readUInt32BE() % limit
  const pick = <T>(name: string, values: readonly T[]): T => values[whole(name, values.length)] as T
  return Object.assign(pick, { whole })
}
