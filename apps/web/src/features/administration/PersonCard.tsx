import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Person } from '@tijdig/server/contract'
import { Button, capital, dayInWords, StatusBadge } from '@tijdig/ui'
import { useState } from 'react'
import { endPerson, peopleQuery, teamsQuery, withdrawRole } from '../../api/administration.ts'
import { dayOf } from '../../clocks/asked.ts'
import { ConfirmButton } from '../../shell/ConfirmButton.tsx'
import { GiveRole } from './GiveRole.tsx'
import { WorkerCodes } from './WorkerCodes.tsx'

/** One person: who it is, which roles, and what can be changed about that. */
export function PersonCard({ person }: { readonly person: Person }) {
  const client = useQueryClient()
  const [giving, setGiving] = useState(false)
  const end = useMutation({
    mutationFn: () => endPerson(person.id),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  })
  const current = person.appointments.filter((one) => one.endedAt === null)
  const ended = person.appointments.length - current.length
  return (
    <li className="tijdig-person">
      <div className="tijdig-person__head">
        <div>
          <h2>{person.name}</h2>
          <p className="tijdig-muted">{person.email}</p>
        </div>
        {current.length === 0 ? (
          <StatusBadge tone="calm" icon="lock">
            Geen toegang
          </StatusBadge>
        ) : null}
      </div>
      {current.length === 0 ? null : (
        <ul className="tijdig-person__roles">
          {current.map((appointment) => (
            <Role key={appointment.id} person={person} appointment={appointment} />
          ))}
        </ul>
      )}
      {ended === 0 ? null : (
        <p className="tijdig-muted">
          {ended === 1
            ? 'Eén rol is eerder ingetrokken.'
            : `${ended} rollen zijn eerder ingetrokken.`}
        </p>
      )}
      {current.length === 0 ? null : <WorkerCodes person={person} />}
      {giving ? (
        <GiveRole person={person} onDone={() => setGiving(false)} />
      ) : (
        <div className="tijdig-actions">
          <Button
            purpose="secondary"
            aria-label={`Rol geven aan ${person.name}`}
            onClick={() => setGiving(true)}
          >
            Rol geven
          </Button>
          {current.length === 0 ? null : (
            <ConfirmButton
              label="Toegang beëindigen"
              name={`Toegang beëindigen van ${person.name}`}
              title={`De toegang van ${person.name} beëindigen?`}
              yes="Ja, beëindig de toegang"
              action={end}
            >
              <p>
                {person.name} verliest meteen alle rollen bij uw organisatie en wordt uitgelogd. Wat{' '}
                {person.name} heeft vastgelegd, blijft staan.
              </p>
            </ConfirmButton>
          )}
        </div>
      )}
    </li>
  )
}

interface RoleProps {
  readonly person: Person
  readonly appointment: Person['appointments'][number]
}

function Role({ person, appointment }: RoleProps) {
  const client = useQueryClient()
  const teams = useQuery(teamsQuery)
  const withdraw = useMutation({
    mutationFn: () => withdrawRole(appointment.id),
    onSuccess: () => client.invalidateQueries({ queryKey: peopleQuery.queryKey }),
  })
  const { roleLabel, teams: codes } = appointment
  const names = codes.map((code) => teams.data?.find((team) => team.code === code)?.name ?? code)
  return (
    <li>
      <div>
        <strong>{capital(roleLabel)}</strong>
        {names.length === 0 ? null : `, ${names.join(', ')}`}{' '}
        <span className="tijdig-muted">sinds {dayInWords(dayOf(appointment.beganAt))}</span>
      </div>
      <ConfirmButton
        label="Intrekken"
        name={`Intrekken: ${roleLabel}, ${person.name}`}
        title={`De rol ${roleLabel} van ${person.name} intrekken?`}
        yes="Ja, trek de rol in"
        action={withdraw}
      >
        <p>
          Dat werkt meteen: bij de volgende stap in Tijdig kan {person.name} niet meer als{' '}
          {roleLabel} verder. Wat al is vastgelegd, blijft staan.
        </p>
      </ConfirmButton>
    </li>
  )
}
