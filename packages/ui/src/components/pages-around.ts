/** The first page, the last, and those beside the one shown. */
export function pagesAround(page: number, pages: number): number[] {
  const near = [1, page - 1, page, page + 1, pages].filter((at) => at >= 1 && at <= pages)
  return [...new Set(near)].sort((a, b) => a - b)
}
