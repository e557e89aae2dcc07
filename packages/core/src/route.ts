import type { Role } from './access/role.ts'
import type { FieldAccess, RouteAccess, StepAccess } from './access/route-access.ts'
import type { RetentionVersion } from './retention/retention-rule.ts'

/**
 * A route: what is registered, watched and counted about one kind of trajectory, as data.
 * Made with `defineRoute`, which refuses a definition that contradicts itself.
 */
export interface RouteDefinition {
  /** Stands in each event and in the code of each indicator: `ot`. */
  readonly code: string
  readonly label: string
  readonly description: string
  /** The document, law or agreement that this route follows. */
  readonly source: string
  readonly subject:
    | 'family'
    | 'child'
    | 'organisation'
    | 'region'
    | 'contract'
    | 'worker'
    | 'programme'
  readonly events: Readonly<Record<string, EventDefinition>>
  /** The states of a trajectory, in the order in which people think of them. */
  readonly states: Readonly<Record<string, StateDefinition>>
  readonly order: readonly OrderRule[]
  /** What the fold derives. One of them, named `state`, is the spell of the trajectory's state. */
  readonly facts: Readonly<Record<string, FactDefinition>>
  /** Which attribute of a spell without key tells who does the work; left out: none does. */
  readonly assigned?: { readonly fact: string; readonly attribute: string }
  /** Attributes of facts by which people look for trajectories: `{ channel: 'registration' }`. */
  readonly filters: Readonly<Record<string, { readonly fact: string; readonly label: string }>>
  /** Who is party to a trajectory, and who may do what with it. */
  readonly access: RouteAccess
  /** How long files are kept; left out: until somebody says how long. */
  readonly retention?: readonly RetentionVersion[]
}

export interface EventDefinition {
  readonly label: string
  readonly fields: Readonly<Record<string, FieldDefinition>>
  /** Who may record it; left out: as the route says. */
  readonly may?: StepAccess
}

/** What a field holds. */
export type FieldKind = (typeof FIELD_KINDS)[number]

export const FIELD_KINDS = [
  /** Names something (a region, a child's pseudonym); it is never text about a person. */
  'code',
  'number',
  'boolean',
  /** Sentences, at most `LONGEST_TEXT` signs. Only where the subject of the route is no person. */
  'text',
  /** `YYYY-MM-DD` */
  'day',
  /** A month, a quarter or a year: `2023-03`, `2023-Q1`, `2023`. */
  'period',
  /** An amount of money, a whole number of cents. */
  'cents',
] as const

export interface FieldDefinition {
  readonly label: string
  readonly kind: FieldKind
  readonly required: boolean
  /** The codes that are expected, with the words that people see. */
  readonly choices?: Readonly<Record<string, string>>
  /** What to do with a code that is not among the choices: real logs have older and newer ones. */
  readonly otherCodes?: 'forbidden' | 'remarkable'
  /** What to think of when filling it in, in a sentence. */
  readonly help?: string
  /** Who may read it, of those who may see the trajectory; left out: all of them. */
  readonly may?: FieldAccess
}

export interface StateDefinition {
  readonly label: string
  /** A closed state is one in which nothing is waited for. */
  readonly closed: boolean
}

/**
 * An order of events that should be, with a code. `forbidden` refuses the event;
 * `remarkable` takes it in and says so on the trajectory's page, since real logs are late and untidy.
 */
export interface OrderRule {
  readonly code: string
  readonly label: string
  readonly severity: 'forbidden' | 'remarkable'
  readonly event: string
  readonly rule:
    | { readonly kind: 'needs-before'; readonly types: readonly string[] }
    | { readonly kind: 'not-after'; readonly types: readonly string[] }
    | { readonly kind: 'once' }
}

export type FactDefinition = SpellDefinition | ClockDefinition | OccurrenceDefinition

interface FactBase {
  readonly label: string
  /** Holds only once an event of each of these types is read. */
  readonly requires?: readonly string[]
  /** Holds only while the other fact, a spell without a key, has one of these values. */
  readonly while?: {
    readonly fact: string
    readonly attribute: string
    readonly in: readonly string[]
  }
}

/** A state or attribute over time. The newest event that speaks of it decides. */
export interface SpellDefinition extends FactBase {
  readonly kind: 'spell'
  /** The field whose value tells several at once apart (a child, a region); left out: one a trajectory. */
  readonly key?: string
  /** Event types that begin it, with the attributes that it then has. */
  readonly opens: Readonly<Record<string, Readonly<Record<string, AttributeRule>>>>
  /** Event types after which it does not hold until it is opened again. */
  readonly closes?: readonly string[]
  /** Event types after which it never holds again. */
  readonly endsForGood?: readonly string[]
}

/** Something that happened on a day. The first of its key counts; as of a day, all until then. */
export interface OccurrenceDefinition extends FactBase {
  readonly kind: 'occurrence'
  readonly key?: string
  readonly of: string
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

/** A term: from the first event of `from` to the first of `to`. */
export interface ClockDefinition extends FactBase {
  readonly kind: 'clock'
  /** One code from law to screen. */
  readonly code: string
  /** The norm in words: "binnen vijf dagen een vaste jeugdbeschermer". */
  readonly norm: string
  readonly source: string
  readonly from: string
  readonly to: string
  /** Which `to` meets it: the first on or after `from`, or the first of all. */
  readonly meets: 'first-on-or-after' | 'first'
  /**
   * How long it takes; or the field of `from` that names the due day. In that case a later `from`
   * moves the day while nobody met it, and begins the term anew after somebody did.
   */
  readonly term: Term | DueField
  /**
   * The field of `from` that names the last day, for a term on which people agree each time: every
   * `from` begins it anew. Where the field is left out, `term` counts.
   */
  readonly agreed?: string
  /** An event that, on or before the due day, makes the term lapse. */
  readonly lapsesOn?: string
  /** What makes it stand still; left out: nothing does. */
  readonly pause?: PauseDefinition
  /** Who is told before the due day; left out: nobody. Whoever is told before, is told after. */
  readonly warnings?: readonly WarningDefinition[]
  readonly attributes: Readonly<Record<string, AttributeRule>>
}

/**
 * What makes a term stand still, and by how much it then moves. The day of `from` still counts, and
 * that of `until` not yet. What begins on the due day or after it, or after the term was met or
 * lapsed, moves nothing. Until `until` no due day is in sight.
 */
export interface PauseDefinition {
  readonly from: string
  readonly until: string
  /** The field of `from` that says why; it is required there. */
  readonly reason: string
  /** As long as it stood still, in the days that the term counts; or always this much. */
  readonly moves: 'as-long' | Term
}

/** A warning before the due day, and the roles of those with the trajectory who get it. */
export interface WarningDefinition {
  readonly before: Term
  readonly roles: readonly Role[]
}

export interface Term {
  readonly length: number
  readonly unit: 'days' | 'working-days' | 'weeks' | 'months'
}

/** The required field, of the kind `day`, that names a due day. */
export interface DueField {
  readonly dueField: string
}

/** Where an attribute's value comes from. */
export type AttributeRule =
  /** Always this. */
  | { readonly from: 'fixed'; readonly value: string }
  /** A field of the event that opens the fact. */
  | { readonly from: 'field'; readonly field: string }
  /** The month or quarter of the day on which the fact began. */
  | { readonly from: 'period'; readonly period: 'month' | 'quarter' }
  /** A field of another type's first event in the trajectory. */
  | { readonly from: 'first'; readonly event: string; readonly field: string }
  /** A field of the newest event, of one of these types, in the trajectory. */
  | { readonly from: 'newest'; readonly events: readonly string[]; readonly field: string }

export const fixed = (value: string): AttributeRule => ({ from: 'fixed', value })
export const field = (name: string): AttributeRule => ({ from: 'field', field: name })
export const period = (name: 'month' | 'quarter'): AttributeRule => ({
  from: 'period',
  period: name,
})
export const firstOf = (event: string, name: string): AttributeRule => ({
  from: 'first',
  event,
  field: name,
})

export const newestOf = (events: readonly string[], name: string): AttributeRule => ({
  from: 'newest',
  events,
  field: name,
})

export const onDay = (name: string): DueField => ({ dueField: name })
export const days = (length: number): Term => ({ length, unit: 'days' })
export const workingDays = (length: number): Term => ({ length, unit: 'working-days' })
export const weeks = (length: number): Term => ({ length, unit: 'weeks' })
export const months = (length: number): Term => ({ length, unit: 'months' })
