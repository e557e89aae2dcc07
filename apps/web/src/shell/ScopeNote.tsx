import { useSession } from '../session/session-context.ts'

/** Says whose figures these are, to who does not get those of all organisations. */
export function ScopeNote({ route }: { readonly route: string }) {
  const { may, appointment } = useSession()
  if (may.routes[route]?.allFigures) return null
  return (
    <p className="tijdig-scope">
      Cijfers over de trajecten van <strong>{appointment.organisation.name}</strong>.
    </p>
  )
}
