import type { Programme, Route } from '@tijdig/server/contract'
import { EmptyState, Heading } from '@tijdig/ui'
import { useMemo } from 'react'
import type { Asked } from '../../../clocks/asked.ts'
import { LightKey } from '../LightKey.tsx'
import { treeOf } from '../parts.ts'
import { useMayRecord } from '../use-may-record.ts'
import { useOrganisationNames } from '../use-organisation-names.ts'
import { LineSection } from './LineSection.tsx'
import { PartFigures } from './PartFigures.tsx'
import { StuckList } from './StuckList.tsx'
import type { TreeContext } from './tree-context.ts'

const SHOWN = ['programme-line', 'programme-goal', 'programme-action']

interface Props {
  readonly programme: Programme
  readonly asked: Asked
  readonly routes: readonly Route[]
}

/** Lines, goals and actions: how each stands, who does it and when; and first what is stuck. */
export function TreeView({ programme, asked, routes }: Props) {
  const mayRecord = useMayRecord()
  const nameOf = useOrganisationNames()
  const { parts } = programme
  const tree = useMemo(() => treeOf(parts, SHOWN), [parts])
  const whole = parts.find(({ route }) => route === 'programme')
  const context: TreeContext = {
    asked,
    routes,
    nameOf,
    mayRecord,
  }
  const stuck = parts.filter(({ light }) => light === 'stalled')
  return (
    <>
      <StuckList parts={stuck} context={context} />
      <section className="tijdig-section" aria-labelledby="boom">
        <Heading level={2} id="boom">
          Doelen en acties
        </Heading>
        <LightKey />
        {whole === undefined ? null : (
          <PartFigures part={whole} title="Cijfers van het hele programma" context={context} />
        )}
        {tree.length === 0 ? (
          <EmptyState title="Er zijn nog geen doelen en acties.">
            <p>Op deze dag stond er nog niets in het programma dat u mag zien.</p>
          </EmptyState>
        ) : (
          tree.map((node) => <LineSection key={node.part.id} node={node} context={context} />)
        )}
      </section>
    </>
  )
}
