import { Alert, Button } from '@tijdig/ui'
import { problemCode, problemInWords } from '../api/problem-in-words.ts'

/** A part of the page that could not be brought, and the button to try again. */
export function Failed({
  error,
  onRetry,
}: {
  readonly error: unknown
  readonly onRetry?: () => void
}) {
  const { title, advice } = problemInWords(error)
  return (
    <Alert
      tone="error"
      title={title}
      {...(onRetry === undefined
        ? {}
        : {
            actions: (
              <Button purpose="secondary" onClick={onRetry}>
                Probeer opnieuw
              </Button>
            ),
          })}
    >
      <p>{advice}</p>
      <p className="tijdig-code">Code: {problemCode(error)}</p>
    </Alert>
  )
}
