import { readFile } from 'node:fs/promises'
import { err, ok, type Result } from '@tijdig/core'
import type { AuditCheckpoint, AuditVerdict } from '@tijdig/server'
import { defineCommand, type Given } from '../define-command.ts'
import { count } from '../output/dutch.ts'
import { parseCheckpoint, printCheckpoint } from './parse-checkpoint.ts'

export const audit = defineCommand({
  name: 'audit',
  usage: 'audit verify [--checkpoint BESTAND] | audit checkpoint',
  summary: 'Rekent na of er aan het controleboek iets is veranderd.',
  help: `  verify                 berekent alle ketens opnieuw
                         Code 0: alles staat er nog zoals het is geschreven. Code 2: niet; het
                         eerste regelnummer waar het misgaat, wordt genoemd.
  checkpoint             toont waar elke keten nu eindigt. Bewaar dat buiten Tijdig.
  --checkpoint BESTAND   vergelijkt ook met zo'n bewaard ijkpunt

  tijdig audit checkpoint > ijkpunt.json
  tijdig audit verify --checkpoint ijkpunt.json
`,
  options: { checkpoint: { type: 'string' } },
  words: { least: 1, most: 1, names: '"verify" of "checkpoint"' },
  read,
  unrecorded: true,
  async run({ store }, { what, file }, { print, tell }) {
    if (what === 'checkpoint') {
      print(printCheckpoint(await store.audit.checkpoint()))
      return 0
    }
    const lodged: AuditCheckpoint[] = []
    if (file !== undefined) {
      const text = await readFile(file, 'utf8').catch(() => undefined)
      const checkpoint = text === undefined ? undefined : parseCheckpoint(text)
      if (!checkpoint) {
        tell(`${file} is geen ijkpunt. Geef een bestand dat tijdig audit checkpoint heeft gemaakt.`)
        return 1
      }
      lodged.push(checkpoint)
    }
    const verdict = await store.audit.verify(lodged)
    print(`${sentenceFor(verdict)}\n`)
    return verdict.intact ? 0 : 2
  },
})

interface Asked {
  readonly what: 'verify' | 'checkpoint'
  /** A lodged checkpoint to compare with. */
  readonly file: string | undefined
}

function read({ words: [word], find }: Given): Result<Asked, string> {
  const file = find('checkpoint')
  if (word === 'verify') return ok({ what: word, file })
  if (word !== 'checkpoint') {
    return err(`"audit ${word}" kan niet. Schrijf: audit verify, of audit checkpoint.`)
  }
  return file === undefined ? ok({ what: word, file }) : err('--checkpoint hoort bij audit verify.')
}

function sentenceFor(verdict: AuditVerdict): string {
  if (verdict.intact) {
    return `Het controleboek is heel: ${count(verdict.records)} regels, kenmerk ${verdict.hash}.`
  }
  const { fault, record } = verdict
  const line = `regel ${record}`
  const what = {
    changed: `${line} is veranderd.`,
    removed: `${line} is weg.`,
    added: `${line} is erbij gezet.`,
    reordered: `${line} staat niet meer op zijn plaats.`,
    rewritten: `de regels van die keten tot en met ${record} zijn anders dan toen het ijkpunt werd bewaard.`,
    'chain-removed': `keten ${record} is weg.`,
    'chain-added': `keten ${record} is erbij gezet.`,
    'other-chain': 'het ijkpunt hoort bij een andere database.',
  }
  return `Het controleboek is niet heel: ${what[fault]}`
}
