import { useQuery } from '@tanstack/react-query'
import { Button, EmptyState, Loading, Skeleton } from '@tijdig/ui'
import { useState } from 'react'
import { peopleQuery } from '../../api/administration.ts'
import { Failed } from '../../shell/Failed.tsx'
import { AddPerson } from './AddPerson.tsx'
import { PersonCard } from './PersonCard.tsx'

/** The people of an organisation, with their roles. */
export function People() {
  const people = useQuery(peopleQuery)
  const [adding, setAdding] = useState(false)
  if (people.isError) return <Failed error={people.error} onRetry={() => people.refetch()} />
  if (people.isPending)
    return (
      <>
        <Loading>De mensen worden opgehaald.</Loading>
        <Skeleton shape="block" count={4} />
      </>
    )
  return (
    <section className="tijdig-section" aria-label="Mensen">
      {adding ? (
        <AddPerson onDone={() => setAdding(false)} />
      ) : (
        <div className="tijdig-actions">
          <Button purpose="primary" onClick={() => setAdding(true)}>
            Persoon toevoegen
          </Button>
        </div>
      )}
      {people.data.length === 0 ? (
        <EmptyState title="Er is nog niemand.">
          <p>Voeg de mensen toe die met Tijdig gaan werken.</p>
        </EmptyState>
      ) : (
        <ul className="tijdig-people">
          {people.data.map((person) => (
            <PersonCard key={person.id} person={person} />
          ))}
        </ul>
      )}
    </section>
  )
}
