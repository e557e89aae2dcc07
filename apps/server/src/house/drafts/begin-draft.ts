import { err, ok, type Result } from '@tijdig/core'
import { readMarkdoc } from '@tijdig/drafts/markdoc'
import type { Json } from '@tijdig/store'
import type { Visitor } from '../../sign-in/visitor.ts'
import { findArchived } from '../find-publication.ts'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { prepareReport } from '../make-report.ts'
import { notAllowed } from '../permission.ts'
import { routesOfTemplate } from '../routes-of-report.ts'
import { doerOf, mayWriteAll } from './draft-access.ts'

export interface DraftOrder {
  readonly template: string
  readonly cutOff: string
  readonly knownAt: string
  /** A publication's number or a written question. */
  readonly comparedWith?: string | undefined
  /** The publication whose text it begins with; left out: that of the template. */
  readonly from?: number | undefined
}

/** Begins a draft that is already written: all that the template says, about a question. */
export async function beginDraft(
  house: House,
  visitor: Visitor,
  order: DraftOrder,
): Promise<Result<string, HouseError>> {
  const { from, ...asked } = order
  const prepared = await prepareReport(house, asked)
  if (!prepared.ok) return prepared
  const { template } = prepared.value
  if (!mayWriteAll(house, visitor, await routesOfTemplate(house, template))) return notAllowed()
  const source =
    from === undefined ? ok(template.source) : await publishedSource(house, from, template.id)
  if (!source.ok) return source
  const read = readMarkdoc(source.value)
  if (!read.ok) {
    const { line, message } = read.error
    return err(houseError('report-invalid', `Regel ${line}: ${message}`))
  }
  const { head, text } = read.value
  const id = await house.store.drafts.begin(
    {
      organisation: visitor.actor.organisation,
      route: template.route,
      template: template.id,
      title: template.title,
      head,
      question: {
        cutOff: order.cutOff,
        knownAt: order.knownAt,
        comparedWith: order.comparedWith ?? null,
      },
      text: text.toJSON() as Json,
    },
    doerOf(visitor),
  )
  return ok(id)
}

async function publishedSource(
  house: House,
  number: number,
  template: string,
): Promise<Result<string, HouseError>> {
  const found = await findArchived(house, number)
  if (!found.ok) return found
  if (found.value.publication.template !== template) {
    const reason = `Publicatie ${number} is met een ander sjabloon gemaakt. Kies er een van ${template}.`
    return err(houseError('template-unknown', reason))
  }
  return ok(found.value.document.template)
}
