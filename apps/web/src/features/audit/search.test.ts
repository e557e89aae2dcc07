import { expect, test } from 'vitest'
import { readAuditSearch } from './search.ts'

test('what is asked of the audit stands in the address, and nothing that makes no sense', () => {
  const asked = { traject: 'OT-0003', van: '2026-01-01', tot: '2026-01-31', voor: '3-18' }
  expect(readAuditSearch({ ...asked })).toEqual(asked)
  expect(readAuditSearch({ traject: 12 })).toEqual({ traject: '12' })
  expect(readAuditSearch({ voor: 18 })).toEqual({ voor: '18' })
  expect(readAuditSearch({ traject: '', van: 'gisteren', tot: 5, voor: '3-' })).toEqual({})
})
