export { type TextDifference, textDifferences } from '../text/differences.ts'
export { type ReadTemplate, readMarkdoc, type Unreadable } from './read-markdoc.ts'
export { type Place, type WrittenTemplate, writeMarkdoc } from './write-markdoc.ts'
