import type { ReportTemplate } from '@tijdig/server/contract'
import { Alert } from '@tijdig/ui'
import type { ReactNode } from 'react'
import { sentencesToWrite } from './prompt-words.ts'

interface Props {
  readonly prompts: ReportTemplate['prompts']
  /** Whether one may write them, and whether one may publish without. */
  readonly writes: boolean
  readonly publishes: boolean
  readonly actions: ReactNode
}

/** What a report still asks of people, before it is published without their answers. */
export function OpenPrompts({ prompts, writes, publishes, actions }: Props) {
  return (
    <Alert tone="info" title={`${sentencesToWrite(prompts.length)}.`} actions={actions}>
      <ul className="tijdig-prompts">
        {prompts.map(({ question, section }) => (
          <li key={`${section} ${question}`}>
            {section === null ? 'Boven de eerste kop' : `Onder “${section}”`}: {question}
          </li>
        ))}
      </ul>
      <p>
        {writes ? 'U schrijft ze in een concept. ' : 'Dat kan in een concept. '}
        {publishes ? 'Publiceert u zonder concept, dan staan ze er niet in.' : null}
      </p>
    </Alert>
  )
}
