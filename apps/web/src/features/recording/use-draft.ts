import { useState } from 'react'
import { useSession } from '../../session/session-context.ts'
import { draftsOf, type KeptDraft } from './draft-store.ts'
import { makeKey } from './make-key.ts'
import type { StepDraft } from './step-draft.ts'

/**
 * What is typed in a form, which survives a reload. Give the component another `key` for another
 * place.
 * @param place For what the form is: route, trajectory, step.
 */
export function useDraft(place: string, fresh: () => StepDraft) {
  const { appointment } = useSession()
  const drafts = draftsOf(appointment.id)
  const [held, setHeld] = useState(() => {
    const kept = drafts.read(place)
    return { draft: kept ?? { ...fresh(), key: makeKey() }, restored: kept !== undefined }
  })
  return {
    ...held,
    change(part: Partial<StepDraft>) {
      // Another content is another event: only what is sent again unchanged is the same.
      const draft: KeptDraft = { ...held.draft, ...part, key: makeKey() }
      drafts.keep(place, draft)
      setHeld({ draft, restored: held.restored })
    },
    /** What was sent is recorded. */
    done: () => drafts.remove(place),
    startAnew() {
      drafts.remove(place)
      setHeld({ draft: { ...fresh(), key: makeKey() }, restored: false })
    },
  }
}
