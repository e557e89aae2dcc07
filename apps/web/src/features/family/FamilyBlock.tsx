import { useQuery } from '@tanstack/react-query'
import type { Family, Trajectory } from '@tijdig/server/contract'
import { Button, dayInWords, Heading, Loading, Skeleton } from '@tijdig/ui'
import { useState } from 'react'
import { familyQuery } from '../../api/family.ts'
import { useSession } from '../../session/session-context.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PersonEntry } from './PersonEntry.tsx'
import { PersonForm } from './PersonForm.tsx'
import { NOBODY } from './person-draft.ts'
import './family.css'

interface Props {
  readonly trajectory: Pick<Trajectory, 'route' | 'id' | 'relation' | 'hasFamily'>
}

/** Who the family is: for who helps it, so not for every purpose, and not where fields were shared. */
export function FamilyBlock({ trajectory }: Props) {
  const { purpose } = useSession()
  const isForHelp = purpose.code === 'help' || purpose.code === 'coordination'
  if (!trajectory.hasFamily || !isForHelp || trajectory.relation === 'shared') return null
  return (
    <section className="tijdig-section" aria-labelledby="gezin">
      <Heading level={2} id="gezin">
        Gezin
      </Heading>
      <Persons route={trajectory.route} id={trajectory.id} />
    </section>
  )
}

function Persons({ route, id }: { readonly route: string; readonly id: string }) {
  const family = useQuery(familyQuery(route, id))
  if (family.isError) return <Failed error={family.error} onRetry={() => family.refetch()} />
  if (family.isPending)
    return (
      <>
        <Loading>Wie het gezin is, wordt opgehaald.</Loading>
        <Skeleton shape="block" />
      </>
    )
  return <PersonList route={route} id={id} family={family.data} />
}

interface ListProps {
  readonly route: string
  readonly id: string
  readonly family: Family
}

function PersonList({ route, id, family }: ListProps) {
  const [adding, setAdding] = useState(false)
  const { persons, mayKeep, destroyedOn } = family
  if (destroyedOn !== null)
    return (
      <p className="tijdig-family__text">
        Vernietigd op {dayInWords(destroyedOn)}. Wie dit gezin was, is niet meer te achterhalen.
      </p>
    )
  return (
    <>
      {persons.length === 0 ? (
        <p className="tijdig-family__text">Er is nog niet vastgelegd wie dit gezin is.</p>
      ) : (
        <ul className="tijdig-family">
          {persons.map((person) => (
            <PersonEntry key={person.code} route={route} id={id} family={family} person={person} />
          ))}
        </ul>
      )}
      {!mayKeep ? null : adding ? (
        <PersonForm
          route={route}
          id={id}
          family={family}
          start={NOBODY}
          onDone={() => setAdding(false)}
        />
      ) : (
        <div className="tijdig-actions tijdig-not-printed">
          <Button purpose="secondary" onClick={() => setAdding(true)}>
            Persoon toevoegen
          </Button>
        </div>
      )}
    </>
  )
}
