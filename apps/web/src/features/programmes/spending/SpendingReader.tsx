import type { Programme } from '@tijdig/server/contract'
import { Failed } from '../../../shell/Failed.tsx'
import { useMayRecord } from '../use-may-record.ts'
import { SpendingAnswers } from './SpendingAnswers.tsx'
import { SpendingForm } from './SpendingForm.tsx'
import { useSpending } from './use-spending.ts'
import './spending.css'

/** To open by who keeps budgets of the programme: a file of what was spent by month. */
export function SpendingReader({ programme }: { readonly programme: Programme }) {
  const mayRecord = useMayRecord()
  const send = useSpending(programme)
  const budgets = programme.parts.filter(
    (part) => part.route === 'programme-budget' && mayRecord(part),
  )
  const [first] = budgets
  if (first === undefined) return null
  return (
    <details className="tijdig-spending tijdig-not-printed">
      <summary>Uitgaven inlezen</summary>
      <div className="tijdig-spending__body">
        <SpendingForm
          budgets={[first, ...budgets.slice(1)]}
          busy={send.isPending}
          onSend={(file) => send.mutate(file)}
        />
        {send.isError ? <Failed error={send.error} /> : null}
        {send.isSuccess ? (
          <SpendingAnswers key={send.submittedAt} {...send.data} parts={programme.parts} />
        ) : null}
      </div>
    </details>
  )
}
