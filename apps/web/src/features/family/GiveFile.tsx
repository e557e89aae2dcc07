import { useMutation } from '@tanstack/react-query'
import type { Trajectory } from '@tijdig/server/contract'
import { Button, Heading, Icon } from '@tijdig/ui'
import { getFamilyFile } from '../../api/family.ts'
import { Failed } from '../../shell/Failed.tsx'
import { saveFile } from '../../shell/save-file.ts'

type Form = 'pdf' | 'html'

const FORMS = { pdf: 'als PDF', html: 'als webpagina' } as const satisfies Record<Form, string>

interface Props {
  readonly trajectory: Pick<Trajectory, 'route' | 'id' | 'mayGiveFile'>
}

/** A family's right to look: all that is kept about it and who looked, as one file to give to it. */
export function GiveFile({ trajectory: { route, id, mayGiveFile } }: Props) {
  const make = useMutation({
    mutationFn: async (form: Form) => {
      saveFile(await getFamilyFile(route, id, form), `inzage-${id}.${form}`)
    },
  })
  if (!mayGiveFile) return null
  return (
    <section className="tijdig-section" aria-labelledby="inzage">
      <Heading level={2} id="inzage">
        Inzage voor het gezin
      </Heading>
      <p className="tijdig-family__text">
        Een gezin mag weten wat er over hen wordt bewaard, en wie ernaar keek. U maakt daarvan één
        overzicht, in gewone taal. Dat u het maakt, wordt opgeschreven.
      </p>
      <div className="tijdig-actions tijdig-not-printed">
        {(['pdf', 'html'] as const).map((form) => (
          <Button
            key={form}
            purpose="secondary"
            busy={make.isPending && make.variables === form}
            onClick={() => make.isPending || make.mutate(form)}
          >
            <Icon name="download" />{' '}
            {make.isPending && make.variables === form
              ? 'Wordt gemaakt…'
              : `Overzicht ${FORMS[form]}`}
          </Button>
        ))}
      </div>
      <div role="status">
        {make.isSuccess ? (
          <p className="tijdig-family__text">
            Het overzicht staat bij uw downloads. Geef het alleen aan het gezin zelf, en haal het
            daarna van uw computer.
          </p>
        ) : null}
      </div>
      {make.isError ? (
        <Failed error={make.error} onRetry={() => make.mutate(make.variables)} />
      ) : null}
    </section>
  )
}
