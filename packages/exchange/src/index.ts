export {
  type Line,
  LONGEST_LINE,
  readLines,
  type TextLine,
  type UnreadableLine,
} from './read-lines.ts'
