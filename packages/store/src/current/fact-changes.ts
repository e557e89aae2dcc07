import type { Fact } from '@tijdig/core'
import type { ClientBase } from 'pg'
import { quoted } from '../log/canonical-form.ts'
import { CopyWriter } from '../log/copy-writer.ts'
import type { KnownTrajectory } from '../log/known-trajectory.ts'
import { attributeNames } from './derive-current.ts'

/** Where changes wait until they are applied; one a session. */
const CHANGE_TABLES = `
  create temporary table if not exists fact_change (
    trajectory integer, fact text collate "C", key text collate "C", attributes jsonb,
    valid_from date, started_on date, due_on date, met_on date, ended_on date
  );
  create temporary table if not exists fact_end (
    trajectory integer, fact text collate "C", key text collate "C"
  );
  truncate fact_change, fact_end`

/** How the facts that hold changed for a batch of trajectories: written is only that. */
export class FactChanges {
  readonly #newFacts = new CopyWriter()
  readonly #changedFacts = new CopyWriter()
  readonly #endedFacts = new CopyWriter()

  /** Gives the facts as they are after, the same objects where nothing changed. */
  add(
    trajectory: KnownTrajectory,
    before: readonly Fact[],
    after: readonly Fact[],
  ): readonly Fact[] {
    const kept: Fact[] = []
    let known = 0
    for (const fact of after) {
      const same = findSame(before, fact)
      if (same) known++
      if (same && isEqual(same, fact)) {
        kept.push(same)
        continue
      }
      kept.push(fact)
      writeFact(same ? this.#changedFacts : this.#newFacts, trajectory, fact)
    }
    if (known < before.length) this.#endFacts(trajectory, before, after)
    return kept
  }

  #endFacts({ number }: KnownTrajectory, before: readonly Fact[], after: readonly Fact[]): void {
    for (const fact of before) {
      if (findSame(after, fact)) continue
      this.#endedFacts.row(3)
      this.#endedFacts.integer(number)
      this.#endedFacts.text(fact.fact)
      this.#endedFacts.text(fact.key)
    }
  }

  forget(): void {
    for (const writer of [this.#newFacts, this.#changedFacts, this.#endedFacts]) writer.forget()
  }

  async write(client: ClientBase): Promise<void> {
    if (this.#endedFacts.rows + this.#changedFacts.rows > 0) await client.query(CHANGE_TABLES)
    if (this.#endedFacts.rows > 0) {
      await this.#endedFacts.send(client, 'fact_end')
      await client.query(`delete from tijdig.current_fact f using fact_end e
        where f.trajectory = e.trajectory and f.fact = e.fact and f.key = e.key`)
    }
    if (this.#changedFacts.rows > 0) {
      await this.#changedFacts.send(client, 'fact_change')
      await client.query(`update tijdig.current_fact f
        set attributes = c.attributes, valid_from = c.valid_from, started_on = c.started_on,
          due_on = c.due_on, met_on = c.met_on, ended_on = c.ended_on
        from fact_change c
        where f.trajectory = c.trajectory and f.fact = c.fact and f.key = c.key`)
    }
    await this.#newFacts.send(client, 'tijdig.current_fact')
  }
}

function writeFact(writer: CopyWriter, { number, plan }: KnownTrajectory, fact: Fact): void {
  writer.row(9)
  writer.integer(number)
  writer.text(fact.fact)
  writer.text(fact.key)
  writer.json(attributesJson(plan ? attributeNames(plan, fact.fact) : [], fact.values))
  writer.day(fact.validFrom)
  writer.day(fact.startedOn)
  writer.day(fact.dueOn)
  writer.day(fact.metOn)
  writer.day(fact.endedOn)
}

function attributesJson(names: readonly string[], values: Fact['values']): string {
  let text = ''
  for (let index = 0; index < names.length; index++) {
    const value = values[index]
    if (value === null || value === undefined) continue
    text += `${text === '' ? '{' : ','}${quoted(names[index] as string)}:${quoted(value)}`
  }
  return text === '' ? '{}' : `${text}}`
}

function findSame(facts: readonly Fact[], wanted: Fact): Fact | undefined {
  for (const fact of facts) if (fact.fact === wanted.fact && fact.key === wanted.key) return fact
  return undefined
}

function isEqual(a: Fact, b: Fact): boolean {
  return (
    a.validFrom === b.validFrom &&
    a.startedOn === b.startedOn &&
    a.dueOn === b.dueOn &&
    a.metOn === b.metOn &&
    a.endedOn === b.endedOn &&
    a.values.every((value, index) => value === b.values[index])
  )
}
