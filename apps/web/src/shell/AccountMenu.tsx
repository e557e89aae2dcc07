import { useMutation } from '@tanstack/react-query'
import { Button, capital, Disclosure, Icon } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { signOut, signOutEverywhere, switchAppointment } from '../api/session.ts'
import { useSession } from '../session/session-context.ts'
import { leave, SIGNING_OUT } from '../session/way-back.ts'
import { Failed } from './Failed.tsx'
import { ReminderChoice } from './ReminderChoice.tsx'
import './AccountMenu.css'

/** Who is signed in, as what and for what; to change that, or to leave. */
export function AccountMenu() {
  const session = useSession()
  const { appointment, appointments, purpose, purposes } = session
  const name = session.person?.name ?? 'Sleutel van een programma'
  // The whole page begins anew: what it knew was for the other role.
  const change = useMutation({
    mutationFn: switchAppointment,
    onSuccess: () => window.location.assign('/'),
  })
  const out = useMutation({
    mutationKey: SIGNING_OUT,
    mutationFn: signOut,
    onSuccess: () => leave('uitgelogd'),
  })
  const everywhere = useMutation({
    mutationKey: SIGNING_OUT,
    mutationFn: signOutEverywhere,
    onSuccess: () => leave('overal-uitgelogd'),
  })
  const busy = change.isPending || out.isPending || everywhere.isPending
  const failed = [change, out, everywhere].find((one) => one.isError)
  const others = appointments.filter((one) => one.id !== appointment.id)
  return (
    <Disclosure
      label={
        <>
          <Icon name="person" />
          <span className="tijdig-account__who">
            <strong>{name}</strong>
            <span>
              {capital(appointment.roleLabel)}, {appointment.organisation.name}
            </span>
          </span>
        </>
      }
    >
      <div className="tijdig-account">
        {session.demo ? <p className="tijdig-muted">U bent een verzonnen persoon.</p> : null}
        <p>
          U werkt nu als <strong>{appointment.roleLabel}</strong> bij{' '}
          <strong>{appointment.organisation.name}</strong>, om <strong>{purpose.label}</strong> te
          kunnen doen.
        </p>
        {others.length === 0 ? null : (
          <Choice title="Uw andere aanstellingen">
            {others.map((one) => (
              <Button
                key={one.id}
                purpose="secondary"
                disabled={busy}
                onClick={() => change.mutate({ appointment: one.id })}
              >
                {capital(one.roleLabel)}, {one.organisation.name}
              </Button>
            ))}
          </Choice>
        )}
        {purposes.length < 2 ? null : (
          <Choice title="Waarvoor u kijkt">
            {purposes.map((one) => (
              <Button
                key={one.code}
                purpose="secondary"
                toggle
                pressed={one.code === purpose.code}
                disabled={busy}
                onClick={() =>
                  one.code === purpose.code ||
                  change.mutate({ appointment: appointment.id, purpose: one.code })
                }
              >
                {capital(one.label)}
              </Button>
            ))}
          </Choice>
        )}
        <ReminderChoice />
        {failed === undefined ? null : <Failed error={failed.error} />}
        <div className="tijdig-actions tijdig-account__out">
          <Button purpose="primary" disabled={busy} onClick={() => out.mutate()}>
            Uitloggen
          </Button>
          <Button purpose="subtle" disabled={busy} onClick={() => everywhere.mutate()}>
            Overal uitloggen
          </Button>
        </div>
      </div>
    </Disclosure>
  )
}

function Choice({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className="tijdig-account__choice">
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
