import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { EmptyState, Loading, SelectField, Skeleton } from '@tijdig/ui'
import { routesQuery } from '../../api/queries.ts'
import { Failed } from '../../shell/Failed.tsx'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { openingsOf } from './call.ts'
import { OpenForm } from './OpenForm.tsx'
import { StepChoice } from './RecordForm.tsx'

const page = getRouteApi('/trajecten/nieuw')

/** A new trajectory: by the first thing that happened in it. */
export function OpenPage() {
  const routes = useQuery(routesQuery)
  return (
    <>
      <p className="tijdig-back tijdig-not-printed">
        <Link to="/trajecten" className="nl-link">
          Alle trajecten
        </Link>
      </p>
      <PageTitle
        title="Nieuw traject"
        lead="Leg vast waarmee het begon. Het nummer geeft Tijdig."
      />
      {routes.isError ? (
        <Failed error={routes.error} onRetry={() => routes.refetch()} />
      ) : routes.isPending ? (
        <>
          <Loading>Het formulier wordt opgehaald.</Loading>
          <Skeleton shape="block" />
        </>
      ) : (
        <Choose />
      )}
    </>
  )
}

/** Which route and which step, where there is something to choose. */
function Choose() {
  const navigate = page.useNavigate()
  const search = page.useSearch()
  const { data = [] } = useQuery(routesQuery)
  const able = data.filter((one) => openingsOf(one).length > 0)
  const route = able.find(({ code }) => code === search.route) ?? able[0]
  if (route === undefined)
    return (
      <EmptyState title="U kunt geen traject beginnen.">
        <p>Dat hoort niet bij uw rol of bij het doel waarvoor u nu werkt.</p>
      </EmptyState>
    )
  const steps = openingsOf(route)
  const step = steps.length === 1 ? steps[0] : steps.find(({ type }) => type === search.stap)
  return (
    <div className="tijdig-form">
      {able.length === 1 ? null : (
        <SelectField
          id="route"
          label="Op welke route?"
          value={route.code}
          options={able.map(({ code, label }) => ({ value: code, label }))}
          onChange={(code) => navigate({ search: { route: code }, replace: true })}
        />
      )}
      {steps.length === 1 ? null : (
        <StepChoice
          steps={steps}
          value={step?.type ?? ''}
          onChange={(stap) => navigate({ search: { route: route.code, stap }, replace: true })}
        />
      )}
      {step === undefined ? null : (
        <OpenForm key={`${route.code}/${step.type}`} route={route.code} step={step} />
      )}
    </div>
  )
}
