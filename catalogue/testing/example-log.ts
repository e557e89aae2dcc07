import { readFileSync } from 'node:fs'
import { type Event, parseEvent } from '@tijdig/core'

/** The events of a log in `examples/`. */
export function readExampleLog(name: string): Event[] {
  return readExample(name)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = parseEvent(JSON.parse(line))
      if (!parsed.ok) throw new Error(`${name}: ${parsed.error.reason}`)
      return parsed.value
    })
}

export interface ExpectedFigure {
  readonly indicator: string
  readonly definition?: number
  readonly by: Record<string, string>
  readonly value: number
  readonly numerator?: number
  readonly denominator?: number
}

/** The figures that must come out, as published. */
export function readExpectedFigures(name: string): ExpectedFigure[] {
  return JSON.parse(readExample(name)) as ExpectedFigure[]
}

function readExample(name: string): string {
  return readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8')
}
