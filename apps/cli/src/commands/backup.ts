import { randomBytes } from 'node:crypto'
import { formatMoment, ok } from '@tijdig/core'
import { type BackupReport, backUp, chainsOf, keysFolder } from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { backupTeller, megabytes } from '../output/backup-progress.ts'
import { clockTime, count } from '../output/dutch.ts'
import { findData } from '../with-house.ts'

export const backup = defineCommand({
  name: 'backup',
  usage: 'backup --to MAP --keys-to MAP',
  summary: 'Maakt een back-up van logboek en kluis, en apart daarvan een kopie van de sleutels.',
  help: `  --to MAP               hierin komt een nieuwe map met het logboek (log) en de kluis (vault)
  --keys-to MAP          hierin komt de kopie van de sleutels; die van de vorige keer verdwijnt.
                         Bewaar die map ergens anders dan de back-up.

  Tijdig mag intussen gewoon doorwerken. De back-up is alles zoals het op één moment was.
  Een map die nog op .onvolledig eindigt, is niet af en telt niet.

  tijdig backup --to /mnt/backup/tijdig --keys-to /mnt/kluis/tijdig-sleutels
`,
  options: { to: { type: 'string' }, 'keys-to': { type: 'string' } },
  required: ['to', 'keys-to'],
  read: ({ text, find }) => ok({ to: text('to'), keysTo: text('keys-to'), data: find('data') }),
  async run(house, { to, keysTo, data }, surroundings) {
    const { environment, print, tell } = surroundings
    const masterKeyGiven = Boolean(environment.TIJDIG_MASTER_KEY?.trim())
    const made = await backUp({
      pool: house.database.pool,
      to,
      keysTo,
      keys: keysFolder(environment, findData(surroundings, data)),
      masterKeyGiven,
      madeAt: formatMoment(house.now()),
      random: randomBytes,
      onProgress: backupTeller(surroundings),
    })
    if (!made.ok) {
      tell(made.error.reason)
      if (made.error.detail) tell(`(${made.error.detail})`)
      return 1
    }
    print(`${summary(made.value)}\n`)
    for (const each of made.value.unfinished) {
      tell(`${each} is een back-up die nooit af kwam. Die map mag weg.`)
    }
    return 0
  },
})

function summary({ folder, manifest, keys }: BackupReport): string {
  const { madeAt, log, audit, rows, files } = manifest
  const records = chainsOf(audit).reduce((sum, { position }) => sum + position, 0)
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0)
  const gone = keys.gone === 0 ? '' : ` ${count(keys.gone)} van vernietigde gezinnen zijn eruit.`
  return [
    `Back-up van ${clockTime(madeAt)} in ${folder} (${megabytes(bytes)}).`,
    `  logboek: ${count(rows.log)} rijen, tot en met regel ${log.position} met kenmerk ${log.hash}`,
    `  controleboek: ${count(records)} regels met kenmerk ${audit.hash}`,
    `  kluis: ${count(rows.vault)} rijen, alleen te lezen met de sleutels`,
    `Kopie van de sleutels van ${count(keys.families)} gezinnen in ${keys.folder}.${gone}`,
    '',
    'Bewaar zelf, ergens anders dan de back-up:',
    keys.masterKey
      ? `  - de map ${keys.folder}: de hoofdsleutel ligt erbij, dus wie haar heeft, opent de kluis`
      : `  - de hoofdsleutel uit TIJDIG_MASTER_KEY: die staat in geen enkele kopie, en zonder hem opent niets\n  - de map ${keys.folder}`,
  ].join('\n')
}
