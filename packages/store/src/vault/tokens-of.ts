import { findDay } from '@tijdig/core'
import { bsnToken, nameToken } from './blind-index.ts'
import type { FamilyPerson } from './person.ts'

/** All by which a person is found. */
export function tokensOf(indexKey: Uint8Array, { bsn, name, bornOn }: FamilyPerson): Buffer[] {
  const day = findDay(bornOn)
  const byName = name !== null && day !== undefined ? nameToken(indexKey, name, day) : undefined
  return [...(bsn === null ? [] : [bsnToken(indexKey, bsn)]), ...(byName ? [byName] : [])]
}
