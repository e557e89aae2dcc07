import { err, ok, type Result } from '@tijdig/core'
import { draftSchema, type TagUse } from '@tijdig/drafts'
import { writeMarkdoc } from '@tijdig/drafts/markdoc'
import type { Explanation } from '@tijdig/figures'
import type { Draft } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import { labelsOfRoutes } from '../compose-report.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { notAllowed } from '../permission.ts'
import { calculateSource } from './build-draft.ts'
import { mayWriteAll } from './draft-access.ts'
import { headOfDraft } from './draft-head.ts'
import { questionOfDraft } from './draft-question.ts'

type Piece = string | { readonly part: string }

/**
 * A footnote that says why a figure is another one than in the reading that the draft is compared
 * with: sentences to be edited, in which each number is a figure.
 * @returns The nodes of the footnote, as JSON of the draft's form.
 */
export async function explainFigure(
  house: House,
  visitor: Visitor,
  draft: Draft,
  { attributes }: TagUse,
): Promise<Result<readonly unknown[], HouseError>> {
  const { comparedWith } = questionOfDraft(draft)
  const { indicator, by = {} } = attributes
  if (comparedWith === null) {
    return missing(
      'Dit concept vergelijkt niet met een eerder rapport. Begin een concept dat dat wel doet.',
    )
  }
  if (!(await headOfDraft(draft)).exact) {
    return missing(
      'Dit rapport rondt aantallen af, zodat niemand te herkennen is. Uitleg met cijfers zou laten zien wat is afgerond. Zet zelf een voetnoot zonder cijfers, of begin een concept van een rapport dat precies telt.',
    )
  }
  if (typeof indicator !== 'string' || !isCell(by)) {
    return missing('Dit cijfer telt verschillende vakken op. Uitleg is er alleen van één vak.')
  }
  const figure = draftSchema.node('inlineTag', { tag: 'figure', attributes: { indicator, by } })
  const alone = draftSchema.node('doc', null, [draftSchema.node('paragraph', null, [figure])])
  const calculated = await calculateSource(house, draft, writeMarkdoc(draft.head, alone).source)
  if (!calculated.ok) return calculated
  if (!mayWriteAll(house, visitor, calculated.value.routes)) return notAllowed()
  const key = keyOf(by)
  const found = calculated.value.change?.explanations.find(
    (one) => one.indicator === indicator && keyOf(one.by) === key,
  )
  const labels = labelsOfRoutes(house, calculated.value.routes).find(
    ({ code }) => code === indicator,
  )
  const pieces = sentencesOf(found, {
    isShare: labels?.kind === 'share',
    unit: labels?.unit ?? '',
    isPublished: /^\d+$/.test(comparedWith),
  })
  const { decimals: _, part: __, ...bound } = attributes
  return ok(
    pieces.map((piece) =>
      (typeof piece === 'string'
        ? draftSchema.text(piece)
        : draftSchema.node('inlineTag', {
            tag: 'figure',
            attributes: { ...bound, part: piece.part },
          })
      ).toJSON(),
    ),
  )
}

interface Words {
  readonly isShare: boolean
  readonly unit: string
  readonly isPublished: boolean
}

/** What the numbers are, the figures themselves say; which sentence fits, follows from them. */
export function sentencesOf(change: Explanation | undefined, words: Words): readonly Piece[] {
  const { isShare, unit, isPublished } = words
  const earlier = isPublished ? 'het vorige rapport' : 'de eerdere stand'
  const pieces: Piece[] = [`In ${earlier} stond hier `, { part: 'from' }, '.']
  const parts = (['late', 'corrected', 'redefined', 'happened'] as const).filter(
    (part) => change !== undefined && change[part] !== 0,
  )
  if (!change || parts.length === 0) return [...pieces, ' Dat is hetzelfde gebleven.']
  for (const part of parts) {
    const value = change[part]
    const more = value > 0
    const one = Math.abs(value) === 1
    const number = { part }
    if (isShare) pieces.push(` ${SHARE[part]}: `, number, '.')
    else if (part === 'corrected' || part === 'redefined') {
      pieces.push(` ${CAUSE[part]} maakte dit aantal `, number, more ? ' hoger.' : ' lager.')
    } else if (part === 'late') {
      if (more)
        pieces.push(
          one ? ' Er kwam er ' : ' Er kwamen ',
          number,
          one ? ' bij, die later bekend werd.' : ` ${unit} bij die later bekend werden.`,
        )
      else
        pieces.push(
          one ? ' Er ging er ' : ' Er gingen ',
          number,
          ' af, door wat later bekend werd.',
        )
    } else {
      pieces.push(
        one ? ' Sindsdien ' : ' Sindsdien ',
        more ? (one ? 'kwam er ' : 'kwamen er ') : one ? 'ging er ' : 'gingen er ',
        number,
        more ? ' bij.' : ' af.',
      )
    }
  }
  return pieces
}

const SHARE = {
  late: 'Door wat later bekend werd veranderde het met',
  corrected: 'Door verbeteringen veranderde het met',
  redefined: 'Door een andere manier van tellen veranderde het met',
  happened: 'Door wat sindsdien gebeurde veranderde het met',
} as const

const CAUSE = {
  corrected: 'Een verbetering',
  redefined: 'Een andere manier van tellen',
} as const

function missing(reason: string) {
  return err(houseError('explanation-missing', reason))
}

function isCell(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((code) => typeof code === 'string')
  )
}

function keyOf(cell: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(cell).sort(([a], [b]) => (a < b ? -1 : 1)))
}
