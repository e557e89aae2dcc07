import { getRouteApi } from '@tanstack/react-router'
import { Button, capital, Icon } from '@tijdig/ui'
import { type Asked, askedInWords } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'

const page = getRouteApi('/programmas/$programme')

interface Props {
  readonly asked: Asked
  readonly newest: Asked
}

/** As of which day the programme is shown; the clocks open once somebody wants another. */
export function ProgrammeClocks({ asked, newest }: Props) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const set = search.op !== undefined || search.bekend !== undefined
  return (
    <div className="tijdig-programme__clocks">
      <p>{capital(askedInWords(asked))}.</p>
      <details className="tijdig-not-printed" open={set}>
        <summary>Bekijk een andere dag</summary>
        <div className="tijdig-section">
          <ClockPanel
            asked={asked}
            newest={newest}
            onMove={(move) => {
              const moved = { ...asked, ...move }
              navigate({
                search: { ...search, op: moved.cutOff, bekend: moved.knownAt },
                resetScroll: false,
              })
            }}
          />
          {set ? (
            <div className="tijdig-actions">
              <Button
                purpose="secondary"
                iconStart={<Icon name="undo" />}
                onClick={() =>
                  navigate({
                    search: { ...search, op: undefined, bekend: undefined },
                    resetScroll: false,
                  })
                }
              >
                Terug naar de nieuwste stand
              </Button>
            </div>
          ) : null}
        </div>
      </details>
    </div>
  )
}
