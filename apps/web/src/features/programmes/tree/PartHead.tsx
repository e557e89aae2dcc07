import type { Part } from '@tijdig/server/contract'
import { LightSign } from '../LightSign.tsx'
import { PartLink } from './PartLink.tsx'
import type { TreeContext } from './tree-context.ts'

interface Props {
  readonly part: Part
  readonly context: TreeContext
}

/** The light of a part and what it is called. */
export function PartHead({ part, context }: Props) {
  return (
    <>
      <LightSign light={part.light} />
      <span>
        {part.route === 'programme-goal' ? <span className="tijdig-goal__word">Doel: </span> : null}
        <PartLink part={part} clocks={context.clocks} />
      </span>
    </>
  )
}
