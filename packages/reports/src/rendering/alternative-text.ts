import type { ChartBlock } from '../document/document.ts'

/** What is told in place of a drawing: what can be seen, and then each value. */
export function alternativeText({ spec, description, table }: ChartBlock): string {
  const [, ...heads] = table.head
  const values = table.rows.flatMap(({ header, cells }) =>
    cells.map(({ text }, index) =>
      heads.length === 1 ? `${header}: ${text}` : `${header}, ${heads[index]}: ${text}`,
    ),
  )
  return `${spec.title}. ${description} De waarden zijn: ${values.join('; ')}.`
}
