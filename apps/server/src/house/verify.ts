import { ok, type Result } from '@tijdig/core'
import { FactsFile } from '@tijdig/figures'
import { figuresOfRoutes } from './ask.ts'
import { changeDifferences } from './change-differences.ts'
import { hashOf, labelsOfRoutes, type ReportFigures } from './compose-report.ts'
import { documentDifferences } from './document-differences.ts'
import { explainTables } from './explain-tables.ts'
import { figureDifferences } from './figure-differences.ts'
import { findPublication } from './find-publication.ts'
import { type FrozenPublication, questionOf, routesOf } from './frozen-publication.ts'
import type { House } from './house.ts'
import type { HouseError } from './house-error.ts'
import type { Difference, Verification } from './verification.ts'

/**
 * Makes a publication again from the log alone: the chain of hashes up to its position, the meaning
 * of its definitions, every figure on freshly folded facts, and the page that shows them.
 */
export async function verify(
  house: House,
  number: number,
): Promise<Result<Verification, HouseError>> {
  const found = await findPublication(house, number)
  if (!found.ok) return found
  const frozen = found.value
  const { position } = frozen.publication
  const chain = await house.store.verifyChain(position)
  const { eventsRead } = chain
  const differences: Difference[] = [
    ...chainDifferences(frozen, chain),
    ...definitionDifferences(house, frozen),
  ]
  const figures = await recalculate(house, frozen)
  if (figures) {
    differences.push(...figureDifferences(frozen, figures.figures))
    differences.push(...changeDifferences(frozen, figures))
    differences.push(...(await documentDifferences(house, frozen, figures)))
  }
  return ok({ number, identical: differences.length === 0, position, eventsRead, differences })
}

type Verdict = Awaited<ReturnType<House['store']['verifyChain']>>

function chainDifferences({ publication }: FrozenPublication, chain: Verdict): Difference[] {
  const { logHash: published, position } = publication
  if (!chain.intact) {
    const name = `gebeurtenis op positie ${chain.brokenAt}`
    return [{ what: 'log', name, published, recalculated: 'de keten is hier verbroken' }]
  }
  if (chain.hash === published) return []
  return [{ what: 'log', name: `positie ${position}`, published, recalculated: chain.hash }]
}

function definitionDifferences(house: House, { asked, definitions }: FrozenPublication) {
  const labels = labelsOfRoutes(house, routesOf(asked))
  return definitions.flatMap(({ indicator, version, hash }): Difference[] => {
    const now = hashOf(labels, indicator, version)
    if (now === hash) return []
    const name = `${indicator} definitie ${version}`
    const recalculated = now ?? 'bestaat niet meer'
    return [{ what: 'definition', name, published: hash, recalculated }]
  })
}

/** The figures on facts folded anew, up to the publication's position; undefined where the log ends before it. */
async function recalculate(
  house: House,
  { publication, asked }: FrozenPublication,
): Promise<ReportFigures | undefined> {
  if (!(await house.store.headAt(publication.position))) return undefined
  const opened = await FactsFile.open(':memory:', [...house.plans.values()])
  if (!opened.ok) throw new Error(opened.error.reason)
  const file = opened.value
  try {
    await file.follow(house.store, publication.position)
    const question = questionOf(asked)
    const { tables, comparedWith } = asked
    const routes = routesOf(asked)
    const figures = await figuresOfRoutes(house, file, question, routes, tables)
    const calculated = { question, routes, tables, figures, definitions: [] }
    if (!comparedWith) return { ...calculated, change: undefined }
    const earlier = questionOf(comparedWith)
    const ends = [earlier, question] as const
    const { explanations } = await explainTables(house, file, ends, tables, asked.protection)
    return { ...calculated, change: { comparedWith: earlier, explanations } }
  } finally {
    file.close()
  }
}
