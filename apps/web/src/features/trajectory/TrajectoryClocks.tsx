import { getRouteApi } from '@tanstack/react-router'
import { Button, Icon } from '@tijdig/ui'
import { type Asked, askedInWords } from '../../clocks/asked.ts'
import { ClockPanel } from '../../clocks/ClockPanel.tsx'
import { askedOf } from '../../clocks/move.ts'

const page = getRouteApi('/trajecten/$route/$id')

/** The clocks of one trajectory: closed while all that is known is shown, open once they are set. */
export function TrajectoryClocks({ newest }: { readonly newest: Asked }) {
  const search = page.useSearch()
  const navigate = page.useNavigate()
  const set = search.op !== undefined || search.bekend !== undefined
  const asked = askedOf(search, newest)
  return (
    <details className="tijdig-trajectory__clocks tijdig-not-printed" open={set}>
      <summary>
        {set ? `Bekeken: ${askedInWords(asked)}` : 'Bekijk dit traject zoals het eerder bekend was'}
      </summary>
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
              Toon alles wat nu bekend is
            </Button>
          </div>
        ) : null}
      </div>
    </details>
  )
}
