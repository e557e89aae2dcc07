import type { FileBlock } from '@tijdig/reports'
import type { FileSource } from './file-source.ts'
import { dayOf, heading, list, paragraph } from './words.ts'

/** Until when it is kept, and why. */
export function keepingSection({ file: { ending }, plan, words }: FileSource): FileBlock[] {
  const title = heading(2, 'bewaren', 'Hoe lang wij dit bewaren')
  if (ending === null) {
    return [title, paragraph('Er is nog niet te zeggen tot wanneer wij dit bewaren.')]
  }
  const rules = (plan.route.retention ?? []).flatMap((version) => version.rules)
  const rule = rules.findLast(({ code }) => code === ending.rule)
  const why = rule ? ` De regel is: ${rule.label} (${rule.source}).` : ''
  const endsOn = words.day(ending.endsOn)
  if (ending.destroyedAt) {
    const day = words.day(dayOf(ending.destroyedAt))
    return [
      title,
      paragraph(
        `Wij bewaarden uw dossier tot en met ${endsOn}.${why} Wie u bent, is op ${day} vernietigd. Wat er gebeurde, staat er nog, zonder namen.`,
      ),
    ]
  }
  const proposed = ending.proposedAt
    ? ` Op ${words.day(dayOf(ending.proposedAt))} stelde iemand voor het te vernietigen.`
    : ''
  return [
    title,
    paragraph(`Wij bewaren uw dossier tot en met ${endsOn}.${why}${proposed}`),
    paragraph(
      'Daarna besluiten twee mensen samen om te vernietigen wie u bent. Schrijven wij eerder nog iets op, dan kan de dag later worden. Wat er gebeurde blijft staan, zonder namen, om mee te tellen.',
    ),
  ]
}

/** What a family may ask. */
export function rightsSection(organisation: string): FileBlock[] {
  return [
    heading(2, 'rechten', 'Wat u kunt doen'),
    list([
      `Klopt er iets niet? Vraag ${organisation} om het te verbeteren, of om uw eigen verklaring erbij te zetten.`,
      'Keek er iemand die u niet verwachtte? Vraag waarom. U hebt recht op een antwoord.',
      'Wilt u dat uw gegevens eerder worden vernietigd? Dat mag u vragen. Soms kan het niet, omdat een ander ze nodig heeft of omdat de wet het verbiedt.',
      'Bent u het niet eens met het antwoord? Dan kunt u een klacht sturen naar de organisatie, of naar de Autoriteit Persoonsgegevens.',
    ]),
  ]
}
