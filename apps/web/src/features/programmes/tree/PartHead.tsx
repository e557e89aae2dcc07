import type { Part } from '@tijdig/server/contract'
import { LightSign } from '../LightSign.tsx'
import { PartLink } from './PartLink.tsx'

interface Props {
  readonly part: Part
}

/** The light of a part and what it is called. */
export function PartHead({ part }: Props) {
  return (
    <>
      <LightSign light={part.light} />
      <span>
        {part.route === 'programme-goal' ? <span className="tijdig-goal__word">Doel: </span> : null}
        <PartLink part={part} />
      </span>
    </>
  )
}
