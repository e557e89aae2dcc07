import { ROLE_LABELS, ROLES } from '@tijdig/core'
import type { NewAppointment } from '@tijdig/server/contract'
import { capital } from '@tijdig/ui'
import type { Wrong } from '../../shell/focus-wrong.ts'

/** A role to give, and the teams in which it holds. */
export interface RoleDraft {
  readonly role: NewAppointment['role'] | ''
  readonly teams: readonly string[]
}

export const NO_ROLE: RoleDraft = { role: '', teams: [] }

export const ROLE_OPTIONS = [
  { value: '', label: 'Kies' },
  ...ROLES.map((role) => ({ value: role as string, label: capital(ROLE_LABELS[role]) })),
]

/** A program never administers: somebody has to answer for who gets in. */
export const KEY_ROLE_OPTIONS = ROLE_OPTIONS.filter(({ value }) => value !== 'administrator')

export function isRole(text: string): text is NewAppointment['role'] {
  return (ROLES as readonly string[]).includes(text)
}

/** What is still missing, by the id of its field; `of` sets the fields of one form apart. */
export function roleWrong({ role }: RoleDraft, of: string): Wrong {
  return role === '' ? { [`${of}-rol`]: 'Kies een rol.' } : {}
}

/** The role to give. Call only when nothing is wrong. */
export function roleOf({ role, teams }: RoleDraft): NewAppointment {
  if (role === '') throw new Error('gave a role without one')
  return { role, teams: [...teams] }
}

/** What is wrong with a person to add. */
export function personWrong(name: string, email: string): Wrong {
  return {
    ...(name.trim() === '' ? { naam: 'Vul de naam in.' } : {}),
    ...(/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())
      ? {}
      : { email: 'Vul een e-mailadres in, bijvoorbeeld n.bakker@voorbeeld.nl.' }),
  }
}
