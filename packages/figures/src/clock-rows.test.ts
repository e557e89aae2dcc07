import { formatDay } from '@tijdig/core'
import { expect, test } from 'vitest'
import { spanOfPeriod } from './clock-rows.ts'

test.each([
  ['2023-02', '2023-02-01', '2023-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2022-12', '2022-12-01', '2022-12-31'],
  ['2023-Q1', '2023-01-01', '2023-03-31'],
  ['2022-Q4', '2022-10-01', '2022-12-31'],
])('%s is %s to %s', (period, from, to) => {
  const span = spanOfPeriod(period)
  expect(span && [formatDay(span.from), formatDay(span.to)]).toEqual([from, to])
})

test.each(['2023-13', '2023-00', '2023-Q5', '2023', 'not-recorded', ''])(
  '%j is no period',
  (text) => expect(spanOfPeriod(text)).toBeUndefined(),
)
