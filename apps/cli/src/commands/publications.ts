import { asLines, publicationLineView } from '@tijdig/server'
import { defineCommand } from '../define-command.ts'
import { clockTime } from '../output/dutch.ts'
import { textTable } from '../output/text-table.ts'
import { readChoice } from '../read-options.ts'

const FORMATS = ['table', 'json'] as const

export const publications = defineCommand({
  name: 'publications',
  usage: 'publications',
  summary: 'Laat zien wat er is gepubliceerd.',
  help: '  --format F             table of json (standaard: table op een scherm, anders json)',
  options: { format: { type: 'string' } },
  read: (given, { isTerminal }) =>
    readChoice('format', given.find('format'), FORMATS, isTerminal ? 'table' : 'json'),
  async run(house, format, { print, tell }) {
    const lines = (await house.store.publications()).map(publicationLineView)
    if (format === 'json') {
      print(asLines(lines.map((line) => JSON.stringify(line))))
      return 0
    }
    if (lines.length === 0) {
      tell('Er is nog niets gepubliceerd. Dat gaat met: tijdig publish.')
      return 0
    }
    print(
      textTable(
        [
          { head: 'Nr', align: 'right' },
          { head: 'Sjabloon' },
          { head: 'Titel' },
          { head: 'Peildag' },
          { head: 'Bekend op' },
          { head: 'Gepubliceerd' },
          { head: 'Voor wie' },
          { head: 'Cijfers', align: 'right' },
        ],
        lines.map((line) => [
          String(line.number),
          line.template,
          line.title,
          line.cutOff,
          clockTime(line.knownAt),
          clockTime(line.publishedAt),
          audienceOf(line),
          String(line.figures),
        ]),
      ),
    )
    return 0
  },
})

function audienceOf({ audience, withdrawn }: ReturnType<typeof publicationLineView>): string {
  if (withdrawn) return 'ingetrokken'
  return audience === 'public' ? 'iedereen' : 'wie inlogt'
}
