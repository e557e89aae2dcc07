import { expect, test } from 'vitest'
import { pagesAround } from './pages-around.ts'

test.each([
  [1, 1, [1]],
  [1, 16, [1, 2, 16]],
  [8, 16, [1, 7, 8, 9, 16]],
  [16, 16, [1, 15, 16]],
  [2, 3, [1, 2, 3]],
])('page %d of %d shows %j', (page, pages, shown) => {
  expect(pagesAround(page, pages)).toEqual(shown)
})
