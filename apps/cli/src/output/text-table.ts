export interface Column {
  readonly head: string
  readonly align?: 'left' | 'right'
}

/** A table in plain text: columns as wide as their widest cell, a line under the head. */
export function textTable(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const widths = columns.map(({ head }, place) =>
    Math.max(head.length, ...rows.map((row) => (row[place] ?? '').length)),
  )
  const line = (cells: readonly string[]) =>
    columns
      .map(({ align }, place) => {
        const cell = cells[place] ?? ''
        const width = widths[place] ?? 0
        return align === 'right' ? cell.padStart(width) : cell.padEnd(width)
      })
      .join('  ')
      .trimEnd()
  const rule = widths.map((width) => '-'.repeat(width)).join('  ')
  return `${[line(columns.map(({ head }) => head)), rule, ...rows.map(line)].join('\n')}\n`
}
