import { formatMoment, type Moment } from '@tijdig/core'
import { type Explanation, type ProtectedFigure, protect } from '@tijdig/figures'
import type { PublicationLine as StoredLine } from '@tijdig/store'
import type { z } from 'zod'
import type { PlacedQuestion } from '../house/ask.ts'
import type { Change } from '../house/explain-tables.ts'
import { askedOf, type FrozenPublication, routesOf } from '../house/frozen-publication.ts'
import type { Verification as VerificationOfHouse } from '../house/verification.ts'
import type {
  Explanations,
  Explanation as ExplanationView,
  Figure,
  Publication,
  PublicationLine,
  questionSchema,
  Verification,
} from './contract.ts'

/** What the house gives, in the shapes of the contract. */

export function questionView(question: PlacedQuestion): z.infer<typeof questionSchema> {
  const { route, cutOff, knownAt, definitions, position, scope } = question
  // How far the log goes tells how much others record: not for who counts only their own.
  const told = scope === undefined ? position : null
  return { route, cutOff, knownAt, definitions, position: told }
}

export function figureView(figure: ProtectedFigure): Figure {
  const { indicator, definition, by, value, numerator, denominator, shown } = figure
  return {
    indicator,
    definition,
    by: { ...by },
    value,
    ...(numerator !== undefined && { numerator }),
    ...(denominator !== undefined && { denominator }),
    shown,
  }
}

export function explanationsView(
  { from, to, explanations }: Change,
  tell: (explanation: Explanation) => boolean = () => true,
): Explanations {
  return {
    from: questionView(from),
    to: questionView(to),
    explanations: explanations.filter(tell).map(explanationView),
  }
}

function explanationView(explanation: Explanation): ExplanationView {
  return { ...explanation, by: { ...explanation.by } }
}

export function publicationLineView(line: StoredLine): PublicationLine {
  const { number, template, title, route, publishedAt, position, logHash, withdrawn } = line
  const asked = askedOf(line)
  const { cutOff, knownAt } = asked
  return {
    number,
    template,
    title,
    route,
    routes: routesOf(asked),
    cutOff,
    knownAt,
    publishedAt: moment(publishedAt),
    position,
    logHash,
    figures: line.figureCount,
    audience: line.audience,
    address: line.address,
    withdrawn: withdrawn && { at: moment(withdrawn.at), reason: withdrawn.reason },
  }
}

/** Figures as the report itself shows them, protected in the same way. */
export function publicationView(frozen: FrozenPublication, odt: boolean): Publication {
  const { publication, asked, definitions, figures } = frozen
  return {
    ...publicationLineView({ ...publication, figureCount: figures.length }),
    definitions,
    odt,
    figureRows: protect(figures, asked.protection).map(figureView),
  }
}

export function verificationView(verified: VerificationOfHouse): Verification {
  return { ...verified, differences: [...verified.differences] }
}

function moment(value: Moment): string {
  return formatMoment(value)
}
