import { type Passage, passagesOf, type ReportDocument } from '@tijdig/reports'

/** A run of words that both texts have, or one of them. */
export interface Run {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

/** A passage that is not the same in both; under which heading it stands. */
export interface ChangedPassage {
  readonly section: string
  readonly runs: readonly Run[]
}

/** Longer texts are told as one that went and one that came. */
const MOST_STEPS = 4_000_000
/** Passages that share fewer of their words are others, not changed ones. */
const ALIKE = 0.4

/** What of the text of one report is otherwise in another, in the order of reading. */
export function textDifferences(from: ReportDocument, to: ReportDocument): ChangedPassage[] {
  const changed: ChangedPassage[] = []
  let section = ''
  let gone: Passage[] = []
  let fresh: Passage[] = []
  const flush = () => {
    changed.push(...paired(gone, fresh).map((runs) => ({ section, runs })))
    gone = []
    fresh = []
  }
  for (const step of steps(
    passagesOf(from),
    passagesOf(to),
    ({ kind, text }) => `${kind} ${text}`,
  )) {
    if (step.kind === 'gone') gone.push(step.item)
    else if (step.kind === 'new') fresh.push(step.item)
    else {
      flush()
      if (step.item.kind === 'heading') section = step.item.text
    }
  }
  flush()
  return changed
}

/** Each passage that went beside the one that came in its place, where they look alike. */
function paired(gone: readonly Passage[], fresh: readonly Passage[]): Run[][] {
  const left = [...fresh]
  const runs = gone.map(({ text }) => {
    const place = left.findIndex((one) => likeness(text, one.text) >= ALIKE)
    if (place < 0) return [{ kind: 'gone' as const, text }]
    const [other] = left.splice(place, 1)
    return wordRuns(text, other?.text ?? '')
  })
  return [...runs, ...left.map(({ text }) => [{ kind: 'new' as const, text }])]
}

function likeness(one: string, other: string): number {
  const words = new Set(one.split(' '))
  const others = new Set(other.split(' '))
  const shared = [...words].filter((word) => others.has(word)).length
  return shared / Math.max(words.size, others.size)
}

/** Two texts as runs of words; words that stand beside each other are one run. */
export function wordRuns(from: string, to: string): Run[] {
  const runs: Run[] = []
  for (const { kind, item } of steps(from.split(' '), to.split(' '), (word) => word)) {
    const last = runs.at(-1)
    if (last?.kind === kind) runs[runs.length - 1] = { kind, text: `${last.text} ${item}` }
    else runs.push({ kind, text: item })
  }
  return runs
}

interface Step<T> {
  readonly kind: Run['kind']
  readonly item: T
}

/** The shortest way from one list to another: what stays, what goes, what comes. */
function steps<T>(from: readonly T[], to: readonly T[], key: (item: T) => string): Step<T>[] {
  if (from.length * to.length > MOST_STEPS) {
    return [...from.map((item) => step('gone', item)), ...to.map((item) => step('new', item))]
  }
  const [a, b] = [from.map(key), to.map(key)]
  const width = b.length + 1
  // How many are shared from here on.
  const shared = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => shared[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      shared[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const found: Step<T>[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push(step('same', to[j++] as T))
      i++
    } else if (j >= b.length || (i < a.length && at(i + 1, j) >= at(i, j + 1))) {
      found.push(step('gone', from[i++] as T))
    } else found.push(step('new', to[j++] as T))
  }
  return found
}

function step<T>(kind: Run['kind'], item: T): Step<T> {
  return { kind, item }
}
