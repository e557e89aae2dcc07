import { draftSchema } from '@tijdig/drafts'
import type { DraftRemarkView, DraftView } from '@tijdig/server/contract'
import { collab, getVersion, receiveTransaction, sendableSteps } from 'prosemirror-collab'
import { Node } from 'prosemirror-model'
import { EditorState, type Plugin, type Transaction } from 'prosemirror-state'
import { Step } from 'prosemirror-transform'
import { ApiProblem } from '../../../api/client.ts'
import { addDraftSteps, getDraftChanges, getDraftVersion } from '../../../api/drafts.ts'
import type { Client } from './take-client.ts'
import type { unsentOf } from './unsent-steps.ts'

/** Whether what was typed is safe. `closed`: it will never be taken any more. */
type SaveState = 'saved' | 'saving' | 'offline' | 'closed' | 'signed-out'

export interface ConnectionView {
  readonly save: SaveState
  /** The version that the server has, and this text holds. */
  readonly version: number
  readonly remarks: readonly DraftRemarkView[]
  /** What the draft is by now. */
  readonly state: DraftView['state']
}

const AFTER_TYPING = 250
const LOOK_EVERY = 1_500
const TRY_AGAIN = 2_500
/** Somebody who does nothing for so long is told of what others write once they do something. */
const UNATTENDED = 10 * 60_000

/**
 * Keeps a text in step with the server: sends what is typed, takes in what others typed, and holds
 * on to what could not be sent. One call at a time; nothing is thrown away before it is acknowledged.
 */
export class DraftConnection {
  state: EditorState
  view: ConnectionView
  readonly #id: string
  readonly #client: Client
  readonly #unsent: ReturnType<typeof unsentOf>
  readonly #listeners = new Set<() => void>()
  #show: (state: EditorState) => void = () => undefined
  #timer = 0
  #busy: Promise<void> | undefined
  #stopped = false
  #touched = Date.now()

  private constructor(
    draft: DraftView,
    client: Client,
    unsent: ReturnType<typeof unsentOf>,
    state: EditorState,
  ) {
    this.#id = draft.id
    this.#client = client
    this.#unsent = unsent
    this.state = state
    this.view = { save: 'saved', version: getVersion(state), remarks: [], state: draft.state }
    this.#later(0)
  }

  /** Opens a text with what this browser still had to send. */
  static async open(
    draft: DraftView,
    client: Client,
    unsent: ReturnType<typeof unsentOf>,
    plugins: readonly Plugin[],
  ): Promise<DraftConnection> {
    const begin = (text: string, version: number) =>
      EditorState.create({
        doc: Node.fromJSON(draftSchema, JSON.parse(text)),
        plugins: [collab({ version, clientID: client.name }), ...plugins],
      })
    const { left } = client
    if (!left) return new DraftConnection(draft, client, unsent, begin(draft.text, draft.version))
    const text =
      left.version === draft.version
        ? draft.text
        : (await getDraftVersion(draft.id, left.version)).text
    const state = begin(text, left.version)
    const tr = state.tr
    for (const step of left.steps) tr.step(Step.fromJSON(draftSchema, step as object))
    return new DraftConnection(draft, client, unsent, state.apply(tr))
  }

  follow = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Shows each new state in an editor. */
  attach(show: (state: EditorState) => void): void {
    this.#show = show
  }

  dispatch = (tr: Transaction): void => {
    this.#touched = Date.now()
    this.#take(this.state.apply(tr))
    if (!tr.docChanged) return
    this.#keep()
    if (this.view.save === 'closed') return
    this.#tell({ save: this.view.save === 'saved' ? 'saving' : this.view.save })
    if (this.view.save === 'saving') this.#later(AFTER_TYPING)
  }

  /** Waits until all that was typed is with the server; false where that cannot be. */
  async flush(): Promise<boolean> {
    for (let tries = 0; tries < 20; tries++) {
      await this.#busy
      if (!this.isUnsaved()) return true
      if (this.view.save !== 'saving') return false
      await this.#tick()
    }
    return false
  }

  /** Looks at once: after something else was done to the draft. */
  async refresh(): Promise<void> {
    await this.#busy
    await this.#tick()
  }

  isUnsaved(): boolean {
    return sendableSteps(this.state) !== null
  }

  stop(): void {
    this.#stopped = true
    window.clearTimeout(this.#timer)
    this.#client.release()
  }

  touch = (): void => {
    const slept = Date.now() - this.#touched > UNATTENDED
    this.#touched = Date.now()
    if (slept) this.#later(0)
  }

  #later(wait: number): void {
    window.clearTimeout(this.#timer)
    if (this.#stopped) return
    this.#timer = window.setTimeout(() => void this.#tick(), wait)
  }

  async #tick(): Promise<void> {
    if (this.#busy) return this.#busy
    this.#busy = this.#work()
    try {
      await this.#busy
    } finally {
      this.#busy = undefined
    }
    if (this.#stopped || this.view.save === 'signed-out') return
    if (this.view.save === 'saving') this.#later(AFTER_TYPING)
    else if (this.view.save === 'offline') this.#later(TRY_AGAIN)
    else if (this.isUnsaved() && this.view.save !== 'closed') this.#later(AFTER_TYPING)
    else if (Date.now() - this.#touched < UNATTENDED) this.#later(LOOK_EVERY)
  }

  async #work(): Promise<void> {
    try {
      const sendable = this.view.save === 'closed' ? null : sendableSteps(this.state)
      if (sendable) {
        const { version: after, steps } = sendable
        const texts = steps.map((step) => JSON.stringify(step.toJSON()))
        await addDraftSteps(this.#id, { after, client: this.#client.name, steps: texts })
        this.#receive(
          steps,
          steps.map(() => this.#client.name),
        )
      } else await this.#look()
      this.#tell({
        save: this.view.save === 'closed' ? 'closed' : this.isUnsaved() ? 'saving' : 'saved',
      })
    } catch (error) {
      await this.#fail(error)
    }
  }

  async #look(): Promise<void> {
    const { steps, remarks, state } = await getDraftChanges(this.#id, getVersion(this.state))
    this.#receive(
      steps.map(({ step }) => Step.fromJSON(draftSchema, JSON.parse(step))),
      steps.map(({ client }) => client),
    )
    this.#tell({ remarks, state })
  }

  async #fail(error: unknown): Promise<void> {
    const code = error instanceof ApiProblem ? error.code : ''
    if (code === 'draft-behind') {
      // Others were first: theirs come before ours, and then ours are sent again.
      try {
        await this.#look()
        this.#tell({ save: this.isUnsaved() ? 'saving' : 'saved' })
      } catch {
        this.#tell({ save: 'offline' })
      }
    } else if (code === 'sign-in-needed') this.#tell({ save: 'signed-out' })
    else if (['draft-closed', 'draft-unknown', 'not-allowed', 'steps-invalid'].includes(code)) {
      this.#tell({ save: 'closed' })
    } else this.#tell({ save: 'offline' })
  }

  #receive(steps: readonly Step[], clients: readonly string[]): void {
    if (steps.length === 0) return
    const tr = receiveTransaction(this.state, steps, clients, { mapSelectionBackward: true })
    this.#take(this.state.apply(tr))
    this.#keep()
    this.#tell({ version: getVersion(this.state) })
  }

  #take(state: EditorState): void {
    this.state = state
    this.#show(state)
    for (const listener of this.#listeners) listener()
  }

  #keep(): void {
    const sendable = sendableSteps(this.state)
    this.#unsent.keep(this.#client.name, {
      version: getVersion(this.state),
      steps: (sendable?.steps ?? []).map((step) => step.toJSON()),
    })
  }

  #tell(change: Partial<ConnectionView>): void {
    const next = { ...this.view, ...change }
    const names = Object.keys(change) as (keyof ConnectionView)[]
    if (names.every((name) => JSON.stringify(next[name]) === JSON.stringify(this.view[name])))
      return
    this.view = next
    for (const listener of this.#listeners) listener()
  }
}
