import type { Day } from '@tijdig/core'
import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import type { Doer } from '../audit/told.ts'
import type { PeopleSchema } from '../people/people-schema.ts'
import { type Delivered, deliver } from './deliver.ts'
import type { Digest } from './digest.ts'
import { type DigestPlan, planDigests, type Query } from './plan-digests.ts'
import { choose, isWanted } from './reminder-choice.ts'

/** What people are told of what is due: once a day each, in numbers only. */
export interface Reminders {
  /** Whether somebody wants it by mail. */
  isWanted(person: string): Promise<boolean>
  choose(person: string, byMail: boolean, by: Doer): Promise<void>
  /**
   * Works out who is told what of a day: of all in one transaction, so that of a day it is done
   * wholly and once, whoever else tries and whenever this breaks off.
   * @param also Done in that transaction, with the new digests: to have them sent.
   * @returns How many people are told; undefined where it was done before.
   */
  plan(
    plan: DigestPlan,
    also: (query: Query, digests: readonly string[]) => Promise<void>,
  ): Promise<number | undefined>
  /**
   * Sends one digest that was not sent yet, and keeps that it was. Nobody else sends it meanwhile.
   * What breaks off between the two is sent again.
   * @param send Rejects where it was not sent.
   */
  deliver(id: string, today: Day, send: (digest: Digest) => Promise<void>): Promise<Delivered>
}

/**
 * @param pool With the rights of the system.
 * @param ready Sees to it that what is to be done is in its tables.
 */
export function openReminders(pool: Pool, ready: () => Promise<void>): Reminders {
  const people = new Kysely<PeopleSchema>({ dialect: new PostgresDialect({ pool }) })
  return {
    isWanted: (person) => isWanted(people, person),
    choose: (person, byMail, by) => choose(people, person, byMail, by),
    async plan(plan, also) {
      await ready()
      return planDigests(pool, plan, also)
    },
    deliver: (id, today, send) => deliver(pool, id, today, send),
  }
}
