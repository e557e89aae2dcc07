import { err, ok, type Result } from '@tijdig/core'
import type { Template } from '@tijdig/reports'
import type { House } from '../house.ts'
import { type HouseError, houseError } from '../house-error.ts'
import { nameOf, organisationsOf } from '../organisations.ts'
import { reporting } from '../reporting.ts'
import { describe } from '../template-shelf.ts'
import type { Agreed } from './due-delivery.ts'

/**
 * The text of a delivery, with who delivers what to whom written out before it is read: the text
 * that is frozen is the one that was filled in.
 */
export async function deliveryTemplate(
  house: House,
  { definition, parties }: Agreed,
  month: string,
): Promise<Result<Template, HouseError>> {
  const found = await house.deliveryTemplates.find(definition.template)
  if (!found.ok) return found
  const organisations = await organisationsOf(house.people)
  const words: Readonly<Record<string, string>> = {
    DELIVERY_MONTH: month,
    DELIVERY_INSTITUTION: plain(nameOf(organisations, parties.institution)),
    DELIVERY_RECEIVER: plain(nameOf(organisations, parties.receiver)),
  }
  const source = found.value.source.replace(/DELIVERY_[A-Z]+/g, (name) => words[name] ?? name)
  const { parseTemplate, neededFigures } = await reporting()
  const parsed = parseTemplate(source)
  if (!parsed.ok) return wrong(definition.template, describe(parsed.error))
  const template = parsed.value
  if (template.route !== definition.route || template.protection !== definition.protection) {
    return wrong(template.id, 'De route en de bescherming moeten die van de levering zijn.')
  }
  const given = new Set(definition.figures.map(keyOf))
  const missing = neededFigures(template).find((table) => !given.has(keyOf(table)))
  if (missing) {
    const table = `${missing.indicator} naar ${missing.by.join(', ')}`
    return wrong(template.id, `De tekst noemt een tabel die niet wordt geleverd: ${table}.`)
  }
  return ok(template)
}

function wrong(template: string, why: string) {
  return err(houseError('report-invalid', `De levering "${template}" is niet te maken. ${why}`))
}

/** A name of which nothing is read as a tag, a mark or the end of a value. */
function plain(name: string): string {
  return name.replace(/[^\p{L}\p{N} .,&’'()-]/gu, ' ')
}

function keyOf({
  indicator,
  by,
}: {
  readonly indicator: string
  readonly by: readonly string[]
}): string {
  return JSON.stringify([indicator, ...[...by].sort()])
}
