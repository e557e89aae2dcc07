import type { Covered } from './coverage.ts'

/** The five documents, by their number. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  '000': 'OZJ, progress report, first quarter of 2023',
  '001': 'Actieprogramma Zorg voor de Jeugd, fifth progress report, November 2020',
  '002': 'Verbeterplan JBJR NW4 and GI3, July 2022',
  '003': 'Norm voor Opdrachtgeverschap Zuidoost-Utrecht, progress and sequel, 2022',
  '004': 'Het Ondersteuningsteam, progress report, February and March 2023',
}

const HOW: Readonly<Record<Covered['how'], string>> = {
  indicator: 'counted by an indicator from trajectories',
  term: 'the length of a term of a route',
  record: 'kept in a record of a programme',
  nothing: 'not given',
}

/** `docs/sources.md`: a table a document, with how many are given in which way before it. */
export function coveragePage(all: readonly Covered[]): string {
  const counts = Object.entries(HOW).map(
    ([how, words]) => `| ${words} | ${all.filter((one) => one.how === how).length} |`,
  )
  const differing = all.filter(({ stated, value }) => Number(stated.value) !== Number(value))
  return `${[
    '# What the sources state, and what Tijdig says',
    '',
    `All ${all.length} figures of the five source documents. Made by \`npx tsx examples/sources/generate.ts\` from the example logs; a test holds it. What is counted, is counted as of the day that stands there, as known on the other; what a record keeps, stands in the trajectory that is named, and a report takes it from there.`,
    '',
    `| how | figures |\n|---|---:|\n${counts.join('\n')}`,
    '',
    differing.length === 0
      ? 'Every value is the one that the document states.'
      : `${differing.length} have another value than the document states.`,
    ...Object.entries(DOCUMENTS).flatMap(([seed, title]) => [
      '',
      `## ${title}`,
      '',
      '| place | what | stated | Tijdig | from |',
      '|---|---|---:|---:|---|',
      ...all.filter(({ stated }) => stated.seed === seed).map(lineOf),
    ]),
  ].join('\n')}\n`
}

function lineOf({ stated, how, where, value }: Covered): string {
  const from = how === 'nothing' ? 'not given' : `${how} \`${where}\``
  const cells = [stated.place, stated.what, `${stated.value} ${stated.unit}`, value, from]
  return `| ${cells.map((cell) => cell.replaceAll('|', '/')).join(' | ')} |`
}
