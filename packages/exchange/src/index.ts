export {
  type Line,
  LONGEST_LINE,
  readLines,
  type TextLine,
  type UnreadableLine,
} from './read-lines.ts'
export { readTable } from './table/read-table.ts'
export type { Cell, TableFault, TableRow } from './table/table.ts'
