import { useQuery } from '@tanstack/react-query'
import { Alert, Loading } from '@tijdig/ui'
import { useRef, useState } from 'react'
import { apiAddress } from '../../../api/client.ts'
import { draftProblemsQuery } from '../../../api/drafts.ts'
import { Failed } from '../../../shell/Failed.tsx'

interface Props {
  readonly draft: string
  /** The version that the server has. */
  readonly version: number
  readonly onGo: (from: number, to: number) => void
}

/** The report as it would be, beside the text; what is wrong in it is said above. */
export function PreviewPane({ draft, version, onGo }: Props) {
  const problems = useQuery({
    ...draftProblemsQuery(draft, version),
    placeholderData: (before) => before,
  })
  const found = problems.data ?? []
  return (
    <div className="tijdig-side__part">
      {problems.isError ? (
        <Failed error={problems.error} onRetry={() => problems.refetch()} />
      ) : found.length > 0 ? (
        <Alert
          tone="warning"
          title={
            found.length === 1
              ? 'Eén ding is nog niet af.'
              : `${found.length} dingen zijn nog niet af.`
          }
        >
          <p>Wat niet af is, staat niet in het voorbeeld. De rest wel.</p>
          <ul className="tijdig-list">
            {found.map(({ from, to, message }) => (
              <li key={`${from} ${message}`}>
                {message}{' '}
                <button type="button" className="tijdig-go" onClick={() => onGo(from, to)}>
                  Ga naar de plaats
                </button>
              </li>
            ))}
          </ul>
        </Alert>
      ) : null}
      <Frames draft={draft} version={version} />
    </div>
  )
}

/**
 * Two frames: the next page loads behind the one that is shown, and takes its place where somebody
 * was reading. Nothing can run in either.
 */
function Frames({ draft, version }: Omit<Props, 'onGo'>) {
  const [shown, setShown] = useState<number>()
  const current = useRef<HTMLIFrameElement>(null)
  const next = useRef<HTMLIFrameElement>(null)
  const address = (of: number) =>
    apiAddress(`drafts/${encodeURIComponent(draft)}/preview.html`, { version: of })
  const swap = () => {
    const top = current.current?.contentWindow?.scrollY ?? 0
    next.current?.contentWindow?.scrollTo(0, top)
    setShown(version)
  }
  const versions = shown === undefined || shown === version ? [version] : [shown, version]
  return (
    <div className="tijdig-preview tijdig-preview--draft" aria-busy={shown !== version}>
      {shown === undefined ? (
        <div className="tijdig-preview__wait">
          <Loading>Het voorbeeld wordt gemaakt.</Loading>
          <p aria-hidden="true">Het voorbeeld wordt gemaakt…</p>
        </div>
      ) : null}
      {versions.map((of) => (
        <iframe
          key={of}
          ref={of === shown ? current : next}
          title={
            of === shown || shown === undefined ? 'Voorbeeld van het rapport' : 'Volgend voorbeeld'
          }
          src={address(of)}
          sandbox="allow-same-origin"
          className={`tijdig-preview__frame${shown !== undefined && of !== shown ? ' tijdig-preview__frame--next' : ''}`}
          onLoad={of === shown ? undefined : swap}
        />
      ))}
    </div>
  )
}
