import { expect, test, vi } from 'vitest'
import { unhurried } from './unhurried.ts'

test('what is asked for the first time is asked at once, and what follows on its heels is not', async () => {
  vi.useFakeTimers()
  try {
    const { signal } = new AbortController()
    await unhurried('a', signal)
    await unhurried('b', signal)
    let asked = false
    const second = unhurried('a', signal).then(() => {
      asked = true
    })
    await vi.advanceTimersByTimeAsync(200)
    expect(asked).toBe(false)
    await vi.advanceTimersByTimeAsync(100)
    await second
    expect(asked).toBe(true)
    await vi.advanceTimersByTimeAsync(1_000)
    await unhurried('a', signal)
  } finally {
    vi.useRealTimers()
  }
})

test('what is called off meanwhile is never asked', async () => {
  const { signal } = new AbortController()
  await unhurried('c', signal)
  const next = new AbortController()
  const waiting = unhurried('c', next.signal)
  next.abort(new Error('moved on'))
  await expect(waiting).rejects.toThrow('moved on')
})
