import type { Part } from '@tijdig/server/contract'
import { countInWords } from '../lights.ts'
import type { PartNode } from '../parts.ts'
import { PartBody } from './PartBody.tsx'
import { PartHead } from './PartHead.tsx'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly node: PartNode
  readonly context: TreeContext
}

/** A line with its goals and actions; what stands directly under the programme is shown alike. */
export function LineSection({ node, context }: Props) {
  const { part, children } = node
  const id = `onderdeel-${part.id}`
  return (
    <section className="tijdig-line" aria-labelledby={id}>
      <h3 id={id} className="tijdig-part__title" data-part={part.code}>
        <PartHead part={part} />
      </h3>
      <PartBody part={part} context={context} />
      <PartList nodes={children} above={part} context={context} />
    </section>
  )
}

interface ListProps {
  readonly nodes: readonly PartNode[]
  readonly above: Part
  readonly context: TreeContext
}

/** What still goes on in sight; what is over to open, so that the eye finds what is left to do. */
function PartList({ nodes, above, context }: ListProps) {
  const over = nodes.filter(isOver)
  const left = nodes.filter((node) => !isOver(node))
  const list = (some: readonly PartNode[]) => (
    <ul className="tijdig-parts">
      {some.map(({ part, children }) => (
        <li key={part.id} className={part.route === 'programme-goal' ? 'tijdig-goal' : undefined}>
          <h4 className="tijdig-part__title" data-part={part.code}>
            <PartHead part={part} />
          </h4>
          <PartBody part={part} above={above} context={context} />
          <PartList nodes={children} above={part} context={context} />
        </li>
      ))}
    </ul>
  )
  return (
    <>
      {left.length === 0 ? null : list(left)}
      {over.length === 0 ? null : (
        <details className="tijdig-parts__over">
          <summary>
            {overInWords(over)}
            <span className="tijdig-visually-hidden"> onder {above.title}</span>
          </summary>
          {list(over)}
        </details>
      )}
    </>
  )
}

function isOver({ part: { light }, children }: PartNode): boolean {
  return (light === 'done' || light === 'dropped') && children.every(isOver)
}

/** "9 klaar, 1 vervallen" */
function overInWords(nodes: readonly PartNode[]): string {
  return (['done', 'dropped'] as const)
    .map((light) => ({ light, count: nodes.filter(({ part }) => part.light === light).length }))
    .filter(({ count }) => count > 0)
    .map(({ light, count }) => countInWords(light, count))
    .join(', ')
}
