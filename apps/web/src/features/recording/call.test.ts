import type { Step } from '@tijdig/server/contract'
import { expect, test } from 'vitest'
import { callOf, callStepOf, freshCall, openIn, openingsOf } from './call.ts'

const field = (code: string, required: boolean, ...codes: string[]): Step['fields'][number] => ({
  ...{
    code,
    label: code.toUpperCase(),
    kind: 'code',
    required,
    help: null,
    colleague: false,
    teamOf: null,
  },
  choices: codes.map((each) => ({ code: each, label: each })),
})
const step: Step = {
  type: 'registered',
  label: 'Aangemeld',
  fields: [field('channel', true, 'direct', 'unknown'), field('referrer', false, 'uht')],
}
const taken: Step = { type: 'callTaken', label: 'Telefonisch', fields: [] }

test('calls are taken on the route that has both steps, by who may open it', () => {
  const routes = [
    { code: 'jbjr', openings: [{ ...step, type: 'orderImposed' }] },
    { code: 'ot', openings: [step, taken] },
  ]
  expect(callStepOf(routes)).toEqual({ route: 'ot', step })
  expect(callStepOf([{ code: 'ot', openings: [step] }])).toBeUndefined()
  expect(openingsOf({ openings: [step, taken] })).toEqual([step])
})

test('all is unknown until it is heard; what stays so starts the term to ask it', () => {
  const fresh = { ...freshCall(step, '2026-11-20'), key: 'e-1' }
  expect(fresh.values).toEqual({ channel: 'unknown' })
  expect(openIn(step, fresh)).toEqual(['CHANNEL'])
  expect(callOf('ot', step, fresh)).toEqual({
    route: 'ot',
    key: 'e-1',
    events: [
      { type: 'registered', validOn: '2026-11-20', data: { channel: 'unknown' } },
      { type: 'callTaken', validOn: '2026-11-20', data: {} },
    ],
  })
  const heard = { ...fresh, values: { channel: 'direct', referrer: 'uht' } }
  expect(callOf('ot', step, heard).events).toEqual([
    { type: 'registered', validOn: '2026-11-20', data: heard.values },
  ])
})
