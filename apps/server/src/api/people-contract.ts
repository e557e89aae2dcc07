import { ORGANISATION_KINDS, ROLES } from '@tijdig/core'
import { z } from 'zod'
import { SCOPES } from '../sign-in/scopes.ts'

/** What the HTTP API takes and gives about who works with Tijdig; part of the contract. */

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/)
// Control characters and halves of surrogate pairs stand in no name, and PostgreSQL takes no NUL.
const name = z
  .string()
  .trim()
  .min(1)
  .max(200)
  .regex(/^[^\p{Cc}\p{Cs}]*$/u)
const moment = z.string()
const role = z.enum(ROLES)
const labelled = z.object({ code: z.string(), label: z.string() })

/** GET /api/v1/organisations */
export const organisationSchema = z.object({
  code: z.string(),
  name: z.string(),
  kind: z.enum(ORGANISATION_KINDS),
  kindLabel: z.string(),
})
export type Organisation = z.infer<typeof organisationSchema>

/** GET /api/v1/sign-in, open: what there is to know before signing in. */
export const signInSchema = z.object({
  /** Whether one chooses who one is from made-up people. */
  demo: z.boolean(),
  /** Where people sign in. */
  issuer: z.string(),
})
export type SignIn = z.infer<typeof signInSchema>

/** GET /api/v1/session */
export const sessionSchema = z.object({
  /** Null for a key. */
  person: z.object({ name: z.string() }).nullable(),
  /** What one acts as; of a key the key's own id. */
  appointment: z.object({
    id: z.string(),
    role,
    roleLabel: z.string(),
    organisation: organisationSchema,
    teams: z.array(z.string()),
  }),
  purpose: labelled,
  purposes: z.array(labelled),
  /** All that one may act as. */
  appointments: z.array(
    z.object({
      id: z.string(),
      role,
      roleLabel: z.string(),
      organisation: z.object({ code: z.string(), name: z.string() }),
    }),
  ),
  may: z.object({
    administer: z.boolean(),
    readNotices: z.boolean(),
    readLog: z.boolean(),
    readAudit: z.boolean(),
    /** Of whom one may see what is delivered each month: one's own organisation, or others. */
    deliveries: z.enum(['none', 'own', 'received']),
    routes: z.record(
      z.string(),
      z.object({
        see: z.boolean(),
        record: z.boolean(),
        open: z.boolean(),
        breakGlass: z.boolean(),
        ownFigures: z.boolean(),
        allFigures: z.boolean(),
        publish: z.boolean(),
      }),
    ),
  }),
  endsAt: moment,
  /** Over after so long without a request; null for a key. */
  idleMinutes: z.number().int().nullable(),
  demo: z.boolean(),
})
export type Session = z.infer<typeof sessionSchema>

/** POST /api/v1/session/appointment : the session as it is from then on. */
export const switchSchema = z.strictObject({
  appointment: z.uuid(),
  purpose: z.string().max(60).optional(),
})
export type Switch = z.infer<typeof switchSchema>

const appointmentSchema = z.object({
  id: z.string(),
  role,
  roleLabel: z.string(),
  teams: z.array(z.string()),
  beganAt: moment,
  endedAt: moment.nullable(),
})

/** GET /api/v1/people : of one's own organisation, also who left. */
export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  endedAt: moment.nullable(),
  appointments: z.array(appointmentSchema),
  /** Under which codes trajectories are assigned to them; the newest first, which is the one used. */
  workerCodes: z.array(z.string()),
})
export type Person = z.infer<typeof personSchema>

/** POST /api/v1/people/:id/worker-codes : 204 */
export const newWorkerCodeSchema = z.strictObject({ code })
export type NewWorkerCode = z.infer<typeof newWorkerCodeSchema>

const teams = z.array(code).max(50)

/** POST /api/v1/people/:id/appointments */
export const newAppointmentSchema = z.strictObject({ role, teams })
export type NewAppointment = z.infer<typeof newAppointmentSchema>

/** POST /api/v1/people */
export const newPersonSchema = z.strictObject({
  name,
  email: z.email().max(254).describe('Het adres waarmee iemand zich de eerste keer aanmeldt.'),
  role,
  teams,
})
export type NewPerson = z.infer<typeof newPersonSchema>

export const appointedSchema = z.object({ person: z.string(), appointment: z.string() })
export type Appointed = z.infer<typeof appointedSchema>

/** GET and POST /api/v1/teams */
export const teamSchema = z.object({ code: z.string(), name: z.string() })
export type Team = z.infer<typeof teamSchema>
export const newTeamSchema = z.strictObject({ code, name })
export type NewTeam = z.infer<typeof newTeamSchema>

const scope = z.enum(SCOPES)

/** GET /api/v1/keys : what remains to be seen of a key. */
export const keySchema = z.object({
  id: z.string(),
  /** Its first characters. */
  hint: z.string(),
  name: z.string(),
  role,
  roleLabel: z.string(),
  scopes: z.array(z.string()),
  /** Null where the program made it. */
  madeBy: z.string().nullable(),
  madeAt: moment,
  endsAt: moment,
  endedAt: moment.nullable(),
})
export type Key = z.infer<typeof keySchema>

/** POST /api/v1/keys */
export const newKeySchema = z.strictObject({
  name,
  role: role.exclude(['administrator']),
  scopes: z.array(scope).min(1).max(SCOPES.length),
  endsOn: z
    .string()
    .max(10)
    .describe('De laatste dag waarop de sleutel werkt; hoogstens een jaar vooruit.'),
})
export type NewKey = z.infer<typeof newKeySchema>

/** Shown this once. */
export const madeKeySchema = keySchema.extend({ key: z.string() })
export type MadeKey = z.infer<typeof madeKeySchema>
