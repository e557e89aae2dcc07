import { err, ORGANISATION_KINDS, ok, type Result, ROLE_LABELS, ROLES } from '@tijdig/core'
import { defineCommand, type Given } from '../define-command.ts'
import { readChoice } from '../read-options.ts'

const CODE = /^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$/
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

export const person = defineCommand({
  name: 'person',
  usage: 'person add --name NAAM --email ADRES --organisation CODE --role ROL',
  summary: 'Geeft iemand een rol, zoals de eerste beheerder van een organisatie.',
  help: `  --name NAAM            hoe iemand heet
  --email ADRES          het adres waarmee iemand de eerste keer inlogt
  --organisation CODE    de organisatie
  --organisation-name N  hoe zij heet, als zij er nog niet is
  --kind SOORT           wat zij is, als zij er nog niet is:
                         ${ORGANISATION_KINDS.join(', ')}
  --role ROL             ${ROLES.join(', ')}

  Daarna beheert de beheerder zelf de mensen van zijn organisatie, op het scherm.

  tijdig person add --name "An de Boer" --email an@example.nl --organisation WSS \\
    --organisation-name "William Schrikker Stichting" --kind certified-institution \\
    --role administrator
`,
  options: {
    name: { type: 'string' },
    email: { type: 'string' },
    organisation: { type: 'string' },
    'organisation-name': { type: 'string' },
    kind: { type: 'string' },
    role: { type: 'string' },
  },
  required: ['name', 'email', 'organisation', 'role'],
  words: { least: 1, most: 1, names: '"add"' },
  read,
  async run({ people }, { name, email, role, organisation, made }, { print, tell }) {
    const there = (await people.organisations()).some(({ code }) => code === organisation)
    if (!there) {
      if (!made) {
        tell(
          `De organisatie ${organisation} is er nog niet. Geef ook --organisation-name en --kind, of kijk de code na.`,
        )
        return 1
      }
      await people.addOrganisation({ code: organisation, ...made })
    }
    const appointed = await people.appoint({ name, email }, { organisation, role, teams: [] })
    if (appointed === 'already-appointed') {
      tell(`${email} is al ${ROLE_LABELS[role]} bij ${organisation}. Er is niets veranderd.`)
      return 1
    }
    if (typeof appointed === 'string') throw new Error(appointed)
    print(`${name} (${email}) is nu ${ROLE_LABELS[role]} bij ${organisation}.\n`)
    return 0
  },
})

interface Asked {
  readonly name: string
  readonly email: string
  readonly organisation: string
  readonly role: (typeof ROLES)[number]
  /** Of an organisation that may have to be made. */
  readonly made: {
    readonly name: string
    readonly kind: (typeof ORGANISATION_KINDS)[number]
  } | null
}

function read(given: Given): Result<Asked, string> {
  const [word] = given.words
  if (word !== 'add') return err(`"person ${word}" kan niet. Schrijf: person add.`)
  const [name, email, organisation] = [
    given.text('name').trim(),
    given.text('email').trim(),
    given.text('organisation'),
  ]
  if (name === '') return err('--name is leeg. Geef een naam.')
  if (!EMAIL.test(email)) return err(`--email "${email}" is geen e-mailadres.`)
  if (!CODE.test(organisation)) {
    return err(
      `--organisation "${organisation}" kan niet. Gebruik letters, cijfers, punt of streepje.`,
    )
  }
  const role = readChoice('role', given.text('role'), ROLES, 'administrator')
  if (!role.ok) return role
  const organisationName = given.find('organisation-name')?.trim()
  if (organisationName === undefined && given.find('kind') === undefined) {
    return ok({ name, email, organisation, role: role.value, made: null })
  }
  if (!organisationName || given.find('kind') === undefined) {
    return err('Geef --organisation-name en --kind samen: ze horen bij een nieuwe organisatie.')
  }
  const kind = readChoice('kind', given.find('kind'), ORGANISATION_KINDS, 'certified-institution')
  if (!kind.ok) return kind
  const made = { name: organisationName, kind: kind.value }
  return ok({ name, email, organisation, role: role.value, made })
}
