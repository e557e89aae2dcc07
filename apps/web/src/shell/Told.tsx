import { Alert } from '@tijdig/ui'
import { useTold } from './told.ts'

/** At the top of a page: what was just done. */
export function Told() {
  const text = useTold()
  return text === undefined ? null : <Alert tone="ok">{text}</Alert>
}
