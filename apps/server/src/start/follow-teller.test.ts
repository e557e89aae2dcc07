import { expect, it } from 'vitest'
import { followTeller } from './follow-teller.ts'

it('tells now and then of a long way, and nothing of a short one', () => {
  const said: string[] = []
  let clock = 100_000
  const tell = followTeller(
    (line) => said.push(line),
    () => clock,
  )
  clock = 200_000
  tell({ trajectories: 1_281, rebuilding: true })
  expect(said).toEqual([])
  clock += 2_500
  tell({ trajectories: 30_000, rebuilding: true })
  clock += 500
  tell({ trajectories: 40_000, rebuilding: true })
  expect(said).toEqual(['  cijfers bijwerken: 30.000 trajecten gelezen'])
})
