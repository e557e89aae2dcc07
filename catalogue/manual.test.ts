import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const read = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')

/** The codes that a union type of texts lists. */
function codesOf(path: string, type: string): string[] {
  const declared = new RegExp(`export type ${type} =((?:\\s*\\| [^\\n]+)+)`).exec(read(path))?.[1]
  const codes = [...(declared ?? '').matchAll(/\| '([a-z0-9-]+)'/g)].map(([, code = '']) => code)
  if (codes.length === 0) throw new Error(`${path} lists no codes in ${type}`)
  return codes
}

/** The codes that the tables of a page explain: those of which the first column is headed "code". */
function explainedIn(page: string): string[] {
  const tables = read(`docs/handleiding/${page}`).matchAll(/^\| code \|.*\n\|-.*\n((?:\|.*\n)+)/gm)
  return [...tables].flatMap(([, rows = '']) =>
    [...rows.matchAll(/^\| `([a-z0-9-]+)` \|/gm)].map(([, code = '']) => code),
  )
}

describe('the manual explains every code that a reader can meet', () => {
  it('why a line is refused', () => {
    const faults = /fault: ((?:'[a-z0-9-]+'(?: \| )?)+)/.exec(
      read('packages/exchange/src/read-lines.ts'),
    )
    const codes = [
      ...(faults?.[1] ?? '').split(' | ').map((code) => code.slice(1, -1)),
      ...codesOf('packages/core/src/event-error.ts', 'EventErrorCode'),
      ...codesOf('packages/store/src/log/append-result.ts', 'RefusalCode'),
    ]
    expect(explainedIn('inlezen.md').sort()).toEqual(codes.sort())
  })

  it('why a question is not answered', () => {
    const codes = [
      ...codesOf('apps/server/src/house/house-error.ts', 'HouseErrorCode'),
      ...codesOf('apps/server/src/api/problem.ts', 'ProblemCode'),
    ]
    // The screen's own: no answer, an answer of something that is not Tijdig, a fault of the screen.
    codes.push('unreachable', 'unknown', 'screen')
    const explained = [...explainedIn('meldingen.md'), ...explainedIn('wie-ziet-wat.md')]
    expect([...new Set(explained)].sort()).toEqual(codes.sort())
  })

  it('why something about people and keys is refused', () => {
    const codes = codesOf('apps/server/src/sign-in/people-problem.ts', 'PeopleProblemCode')
    expect(explainedIn('inloggen-en-beheer.md').sort()).toEqual(codes.sort())
  })
})
