import type { Move, Part } from '@tijdig/server/contract'
import { formatEuros } from '@tijdig/ui'
import { amountInWords, asSentence, spanInWords, timeInWords } from '../period-words.ts'
import type { NameOf } from '../use-organisation-names.ts'

/** A sentence around the name of a part, which is a link: what stands before and after it. */
export interface MoveSentence {
  readonly before: string
  readonly after: string
}

interface Told {
  readonly nameOf: NameOf
  /** The part as it is now, for the words of what was measured. */
  readonly part: Part | undefined
}

/** What kinds of moves are called where they are counted, in the order in which they are told. */
export const KIND_WORDS = {
  stalled: 'Loopt vast',
  'reason-changed': 'Andere reden waarom het vastloopt',
  'mover-changed': 'Wie aan zet is, of wanneer',
  resumed: 'Weer op gang',
  done: 'Klaar',
  begun: 'Begonnen',
  'not-begun': 'Toch niet begonnen',
  dropped: 'Vervallen',
  replanned: 'Anders gepland',
  'due-moved': 'Andere dag afgesproken',
  reviewed: 'Teruggeblikt',
  money: 'Geld',
  measured: 'Gemeten',
  aimed: 'Doel gesteld',
  'owner-changed': 'Andere eigenaar',
  rearranged: 'Verplaatst of hernoemd',
  new: 'Nieuw in het programma',
  gone: 'Uit het programma',
} as const
export type MoveKind = keyof typeof KIND_WORDS

export function isMoveKind(kind: string): kind is MoveKind {
  return Object.hasOwn(KIND_WORDS, kind)
}

/** One move as a sentence. */
export function moveInWords(move: Move & { readonly kind: MoveKind }, told: Told): MoveSentence {
  const { from, to } = move
  const { nameOf } = told
  switch (move.kind) {
    case 'new':
      return after('staat nieuw in het programma.')
    case 'gone':
      return after('staat niet meer in het programma.')
    case 'begun':
      return after('is begonnen.')
    case 'done':
      return after('is klaar.')
    case 'stalled':
      return after('loopt vast.')
    case 'resumed':
      return after('is weer op gang.')
    case 'dropped':
      return after('is vervallen.')
    case 'not-begun':
      return after('blijkt nog niet begonnen.')
    case 'reason-changed':
      return after(
        `loopt nu om een andere reden vast: ${quoted(to)} Eerst was het: ${quoted(from)}`,
      )
    case 'mover-changed':
      return bij(
        `is nu aan zet: ${moverInWords(to, nameOf)}. Eerst: ${moverInWords(from, nameOf)}.`,
      )
    case 'replanned':
      return after(
        from === null
          ? `is gepland voor ${planInWords(to)}.`
          : `is nu gepland voor ${planInWords(to)}, eerst voor ${planInWords(from)}.`,
      )
    case 'due-moved':
      if (to === null) return after('heeft geen afgesproken dag meer.')
      return after(
        from === null
          ? `moet klaar zijn op ${timeInWords(to)}.`
          : `moet nu klaar zijn op ${timeInWords(to)}, eerst op ${timeInWords(from)}.`,
      )
    case 'reviewed':
      return { before: 'Terugblik op ', after: `: ${quoted(to)}` }
    case 'measured':
    case 'aimed':
      return numberInWords(move, told.part)
    case 'money':
      return moneyMove(move)
    case 'owner-changed':
      return after(
        `heeft een andere eigenaar: ${nameOf(to ?? '')}${from === null ? '' : `, eerst ${nameOf(from)}`}.`,
      )
    case 'rearranged':
      return after(`is verplaatst of hernoemd. Eerst: ${placeInWords(from)}.`)
    default:
      return move.kind satisfies never
  }
}

function after(text: string): MoveSentence {
  return { before: '', after: ` ${text}` }
}

function bij(text: string): MoveSentence {
  return { before: 'Bij ', after: ` ${text}` }
}

function quoted(text: string | null): string {
  return text === null ? 'niets.' : `“${asSentence(text)}”`
}

/** A code and a day: `VWS 2023-02-15`. */
function moverInWords(text: string | null, nameOf: NameOf): string {
  const [, mover = '', day = ''] = /^(.*) (\S+)$/.exec(text ?? '') ?? []
  return `${nameOf(mover)}, uiterlijk op ${timeInWords(day)}`
}

/** `2022-09/2022-12`, or some months: `2022-09,2023-01`. */
function planInWords(text: string | null): string {
  if (text === null) return 'geen tijd'
  const [from = '', until] = text.split('/')
  return until === undefined
    ? text.split(',').map(timeInWords).join(' en ')
    : spanInWords(from, until)
}

/** `CODE · TITLE · PARENT · LINE` */
function placeInWords(text: string | null): string {
  const [code = '', title = '', parent = ''] = (text ?? '').split(' · ')
  return `${title} (${code})${parent === '' ? '' : `, onder ${parent}`}`
}

function numberInWords({ kind, detail, from, to }: Move, part: Part | undefined): MoveSentence {
  const kept = kind === 'measured' ? part?.measured : part?.aims
  const known = kept?.find(({ key }) => key === detail)
  const says = (value: string | null) =>
    value === null ? undefined : known ? amountInWords(Number(value), known.unit) : value
  const named = known === undefined ? '' : `“${known.what}”, `
  const was = says(from)
  if (to === null)
    return bij(`is ${kind === 'measured' ? 'een meting' : 'een doel'} ingetrokken: ${was}.`)
  const did = kind === 'measured' ? 'gemeten' : 'een doel gesteld'
  return bij(`is ${did}: ${named}${says(to)}${was === undefined ? '' : ` (eerst ${was})`}.`)
}

const AMOUNTS: Readonly<Record<string, string>> = {
  granted: 'toegekend',
  spent: 'uitgegeven',
  forecast: 'verwacht',
  shifted: 'verschoven naar een ander budget',
}

function moneyMove({ detail, from, to }: Move): MoveSentence {
  if (detail === 'extendedUntil')
    return after(`is zonder extra geld verlengd tot en met ${timeInWords(to ?? '')}.`)
  if (detail === 'round') {
    const [, round = '', closes = ''] = /^(.*) (\S+)$/.exec(to ?? '') ?? []
    return {
      before: 'Bij ',
      after: ` is een subsidieronde open: ${round}, aanvragen tot en met ${timeInWords(closes)}.`,
    }
  }
  const name = AMOUNTS[detail ?? ''] ?? 'bedrag'
  const said = (cents: string | null) => formatEuros(Number(cents ?? 0))
  return {
    before: 'Bij ',
    after: `: ${said(to)} ${name}${from === null ? '' : ` (eerst ${said(from)})`}.`,
  }
}
