import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Family, FamilyPerson } from '@tijdig/server/contract'
import { Button, capital, dayInWords } from '@tijdig/ui'
import { useState } from 'react'
import { familyQuery, removePerson } from '../../api/family.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'
import { PersonForm } from './PersonForm.tsx'
import { draftOf, KINDS } from './person-draft.ts'

interface Props {
  readonly route: string
  readonly id: string
  readonly family: Family
  readonly person: FamilyPerson
}

/** One person of a family, with what may be changed about it. */
export function PersonEntry({ route, id, family, person }: Props) {
  const client = useQueryClient()
  const [changing, setChanging] = useState(false)
  const remove = useMutation({
    mutationFn: () => removePerson(route, id, person.code),
    onSuccess: () => client.invalidateQueries({ queryKey: familyQuery(route, id).queryKey }),
  })
  const { name, kind, code, bornOn, bsn, address, phone, note } = person
  const called = name ?? code
  if (changing)
    return (
      <li>
        <PersonForm
          route={route}
          id={id}
          family={family}
          start={draftOf(person)}
          existing
          onDone={() => setChanging(false)}
        />
      </li>
    )
  const lines = [
    ['Geboren', bornOn === null ? null : dayInWords(bornOn)],
    ['BSN', bsn],
    ['Adres', address],
    ['Telefoon', phone],
    ['Notitie', note],
  ] as const
  return (
    <li>
      <h3>{called}</h3>
      <p className="tijdig-muted">
        {capital(KINDS[kind])}, in dit traject bekend als {code}
      </p>
      <dl className="tijdig-family__fields">
        {lines.map(([term, words]) =>
          words === null ? null : (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{words}</dd>
            </div>
          ),
        )}
      </dl>
      {family.mayKeep ? (
        <div className="tijdig-actions tijdig-not-printed">
          <Button
            purpose="secondary"
            aria-label={`Wijzigen: ${called}`}
            onClick={() => setChanging(true)}
          >
            Wijzigen
          </Button>
          <ConfirmButton
            label="Weghalen"
            name={`Weghalen: ${called}`}
            title={`${called} weghalen?`}
            yes="Ja, haal weg"
            action={remove}
          >
            <p>
              De naam en de andere gegevens van {called} verdwijnen meteen en komen niet terug. Wat
              er in het traject gebeurde, blijft staan.
            </p>
          </ConfirmButton>
        </div>
      ) : null}
    </li>
  )
}
