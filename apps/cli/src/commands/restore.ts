import { err, ok, type Result } from '@tijdig/core'
import { type House, keysFolder, restore as putBack, type RestoreReport } from '@tijdig/server'
import type { Surroundings } from '../command.ts'
import { defineBareCommand, type Given, recordUse } from '../define-command.ts'
import { backupTeller } from '../output/backup-progress.ts'
import { clockTime, count } from '../output/dutch.ts'
import { findData, INTERRUPTED, withHouse } from '../with-house.ts'

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

export const restore = defineBareCommand({
  name: 'restore',
  usage: 'restore --from MAP --keys-from MAP',
  summary: 'Zet een back-up terug in een lege database, en rekent alles na.',
  help: `  --from MAP             de map van één back-up: tijdig-2026-11-22T03-00-00Z
  --keys-from MAP        de kopie van de sleutels. Staan de sleutels zelf er nog, geef dan hun map.
  --without-keys         zet terug zonder sleutels: niemand leest dan wie de gezinnen zijn

  Eerst wordt elk bestand nagekeken. Daarna gaat alles erin, of niets: brak het af, geef dan dezelfde
  opdracht opnieuw. De server mag intussen niet draaien.
  Code 0: alles staat terug en klopt. Code 2: het staat terug, maar een keten klopte al niet in de
  back-up. Code 1: er is niets teruggezet.

  tijdig restore --data nieuw --from /mnt/backup/tijdig/tijdig-2026-11-22T03-00-00Z \\
    --keys-from /mnt/kluis/tijdig-sleutels
`,
  options: {
    from: { type: 'string' },
    'keys-from': { type: 'string' },
    'without-keys': { type: 'boolean' },
  },
  required: ['from'],
  read,
  async run({ from, keysFrom }, data, surroundings) {
    const { environment, tell, print } = surroundings
    const dataFolder = findData(surroundings, data)
    tell('De back-up wordt eerst helemaal nagekeken.')
    const restored = await interruptible((signal) =>
      putBack({
        dataFolder,
        environment,
        notify: tell,
        from,
        keysFrom,
        keys: keysFolder(environment, dataFolder),
        masterKey: environment.TIJDIG_MASTER_KEY,
        onProgress: backupTeller(surroundings),
        signal,
      }),
    )
    if (!restored.ok) {
      tell(restored.error.reason)
      if (restored.error.detail) tell(`(${restored.error.detail})`)
      return restored.error.code === 'broken-off' ? INTERRUPTED : 1
    }
    print(summary(restored.value))
    return withHouse(surroundings, data, (house) => verify(house, restored.value, surroundings))
  },
})

interface Asked {
  readonly from: string
  readonly keysFrom: string | null
}

function read({ text, find, has }: Given): Result<Asked, string> {
  const keysFrom = find('keys-from')
  if (has('without-keys')) {
    return keysFrom === undefined
      ? ok({ from: text('from'), keysFrom: null })
      : err('--keys-from en --without-keys gaan niet samen.')
  }
  return keysFrom === undefined
    ? err('De optie --keys-from ontbreekt. Zijn er geen sleutels meer, geef dan --without-keys.')
    : ok({ from: text('from'), keysFrom })
}

function summary({ manifest, destroyedSince, withoutKey, keysOlder }: RestoreReport): string {
  const lines = [
    `De back-up van ${clockTime(manifest.madeAt)} staat terug: ${count(manifest.rows.log)} rijen van het logboek, ${count(manifest.rows.vault)} van de kluis.`,
  ]
  if (destroyedSince > 0) {
    lines.push(
      `Na de back-up zijn ${count(destroyedSince)} gezinnen vernietigd; dat zijn zij weer.`,
    )
  }
  if (withoutKey > 0) {
    const newer = keysOlder
      ? ' De sleutels zijn ouder dan de back-up: zoek een nieuwere kopie.'
      : ''
    lines.push(
      `Van ${count(withoutKey)} gezinnen is er geen sleutel: wie zij zijn, is niet te lezen.${newer}`,
    )
  }
  return `${lines.join('\n')}\n`
}

/** Calculates both chains again, and makes what is derived. */
async function verify(
  house: House,
  { manifest }: RestoreReport,
  { print, tell }: Surroundings,
): Promise<number> {
  const { store } = house
  tell('De ketens worden nagerekend.')
  const log = await store.verifyChain(manifest.log.position)
  const audit = await store.audit.verify()
  tell('Wat nu geldt, wordt opnieuw afgeleid.')
  await store.rebuildCurrentFacts()
  await recordUse(house, 'restore')
  if (log.intact && audit.intact) {
    print(
      `Logboek (${count(manifest.log.position)} regels, kenmerk ${log.hash}) en controleboek (${count(audit.records)} regels) zijn heel.\n`,
    )
    return 0
  }
  const broken = [
    ...(log.intact ? [] : [`het logboek op regel ${log.brokenAt}`]),
    ...(audit.intact ? [] : [`het controleboek op regel ${audit.record}`]),
  ]
  tell(
    `Niet heel: ${broken.join(', en ')}. Zo stond het al in de back-up: daarvoor is er iets veranderd. Kijk of een oudere back-up wel heel is.`,
  )
  return 2
}

/** Who breaks it off leaves nothing half-way. */
async function interruptible<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const breaking = new AbortController()
  const abort = () => breaking.abort()
  for (const signal of SIGNALS) process.on(signal, abort)
  try {
    return await work(breaking.signal)
  } finally {
    for (const signal of SIGNALS) process.off(signal, abort)
  }
}
