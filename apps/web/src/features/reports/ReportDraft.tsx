import { getRouteApi } from '@tanstack/react-router'
import type { ReportTemplate } from '@tijdig/server/contract'
import { capital, Loading, Skeleton } from '@tijdig/ui'
import { useState } from 'react'
import { apiAddress } from '../../api/client.ts'
import { type Asked, askedInWords } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { askedOf } from '../../clocks/move.ts'
import { mayWriteReports } from '../../session/pages.ts'
import { useSession } from '../../session/session-context.ts'
import { BeginDraft } from '../drafts/BeginDraft.tsx'
import { OpenPrompts } from './OpenPrompts.tsx'
import { PublishButton } from './PublishButton.tsx'

const page = getRouteApi('/rapporten')

interface Props {
  readonly template: ReportTemplate
  readonly newest: Asked
}

/** A report as it would be published: the clocks, what it says, and the button. */
export function ReportDraft({ template, newest }: Props) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const asked = askedOf(search, newest)
  const session = useSession()
  const { prompts, routes } = template
  const writes = routes.every((route) => mayWriteReports(session, route))
  const publishes = routes.every((route) => session.may.routes[route]?.publish)
  const unwritten = prompts.length > 0 && (writes || publishes)
  const actions = (
    <>
      {writes ? (
        <BeginDraft
          template={template}
          asked={asked}
          purpose={unwritten ? 'primary' : 'secondary'}
        />
      ) : null}
      {publishes ? <PublishButton template={template} asked={asked} /> : null}
    </>
  )
  return (
    <div className="tijdig-section tijdig-draft">
      <ClockPanel
        asked={asked}
        newest={newest}
        onMove={(move) => {
          const moved = { ...asked, ...move }
          navigate({
            search: { sjabloon: template.template, op: moved.cutOff, bekend: moved.knownAt },
            resetScroll: false,
          })
        }}
      />
      <div className="tijdig-draft__head">
        <div>
          <h3>Voorbeeld: {template.title}</h3>
          <p className="tijdig-muted">{capital(askedInWords(asked))}.</p>
        </div>
        {unwritten ? null : <div className="tijdig-actions">{actions}</div>}
      </div>
      {unwritten ? (
        <OpenPrompts prompts={prompts} writes={writes} publishes={publishes} actions={actions} />
      ) : null}
      <Preview
        title={`Voorbeeld van ${template.title}, ${askedInWords(asked)}`}
        address={apiAddress('reports/preview', { template: template.template, ...asked })}
      />
    </div>
  )
}

/** The report in a frame of its own, in which nothing can run; what fails is said by the frame. */
function Preview({ title, address }: { readonly title: string; readonly address: string }) {
  const [loaded, setLoaded] = useState<string>()
  const busy = loaded !== address
  return (
    <div className="tijdig-preview" aria-busy={busy}>
      {busy ? (
        <div className="tijdig-preview__wait">
          <Loading>Het voorbeeld wordt gemaakt.</Loading>
          <p aria-hidden="true">Het voorbeeld wordt gemaakt…</p>
          <Skeleton shape="line" count={3} />
          <Skeleton shape="chart" />
        </div>
      ) : null}
      <iframe
        title={title}
        src={address}
        sandbox=""
        className="tijdig-preview__frame"
        onLoad={() => setLoaded(address)}
      />
    </div>
  )
}
