import type { Programme } from '@tijdig/server/contract'
import { EmptyState, Heading } from '@tijdig/ui'
import { LightSign } from './LightSign.tsx'
import { byCode } from './parts.ts'
import { asSentence, timeInWords } from './period-words.ts'
import { PartLink } from './tree/PartLink.tsx'

type Answers = Programme['tasks'][number]['answers'][number]

/** The five fixed questions of a change task, as they are asked on the form. */
const QUESTIONS = {
  saw: 'Wat zagen we?',
  meaning: 'Wat vinden we daarvan?',
  did: 'Wat deden we?',
  result: 'Wat leverde het op?',
  next: 'Wat doen we hierna?',
} as const satisfies Partial<Record<keyof Answers, string>>
const NAMES = Object.keys(QUESTIONS) as (keyof typeof QUESTIONS)[]

/** Each change task with what was answered, region by region and period by period. */
export function TasksView({ programme }: { readonly programme: Programme }) {
  const codes = byCode(programme.parts)
  const tasks = programme.tasks.flatMap(({ code, answers }) => {
    const part = codes.get(code)
    return part ? [{ part, answers }] : []
  })
  return (
    <section className="tijdig-section" aria-labelledby="opgaven">
      <Heading level={2} id="opgaven">
        Veranderopgaven
      </Heading>
      {tasks.length === 0 ? (
        <EmptyState title="Dit programma heeft geen veranderopgaven.">
          <p>Een veranderopgave is een lijn met vijf vaste vragen, per regio en tijdvak.</p>
        </EmptyState>
      ) : (
        tasks.map(({ part, answers }) => (
          <section key={part.id} className="tijdig-line" aria-labelledby={`opgave-${part.id}`}>
            <h3 id={`opgave-${part.id}`} className="tijdig-part__title" data-part={part.code}>
              <LightSign light={part.light} />
              <PartLink part={part} />
            </h3>
            {answers.length === 0 ? (
              <p>De vragen zijn nog niet beantwoord.</p>
            ) : (
              answers.map((answer) => (
                <TaskAnswers key={`${answer.region}/${answer.period}`} answers={answer} />
              ))
            )}
          </section>
        ))
      )}
    </section>
  )
}

function TaskAnswers({ answers }: { readonly answers: Answers }) {
  return (
    <article className="tijdig-answers">
      <h4>
        {answers.region}, {timeInWords(answers.period)}
      </h4>
      <dl>
        {NAMES.map((name) => {
          const answer = answers[name]
          return (
            <div key={name}>
              <dt>{QUESTIONS[name]}</dt>
              <dd className={answer === null ? 'tijdig-muted' : undefined}>
                {answer === null ? 'Nog niet beantwoord.' : asSentence(answer)}
              </dd>
            </div>
          )
        })}
      </dl>
    </article>
  )
}
