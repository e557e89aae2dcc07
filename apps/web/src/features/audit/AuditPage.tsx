import { getRouteApi, Link } from '@tanstack/react-router'
import { Button, TextField } from '@tijdig/ui'
import { useState } from 'react'
import { PageTitle } from '../../shell/PageTitle.tsx'
import { AuditLines } from './AuditLines.tsx'
import type { AuditSearch } from './search.ts'
import { UnusualList } from './UnusualList.tsx'
import './audit.css'

const page = getRouteApi('/controle')

/** Who looked at this family, what did this person see, and what stands out. */
export function AuditPage() {
  const search = page.useSearch()
  return (
    <>
      <PageTitle
        title="Controle"
        lead="Wie wat bekeek en wie wat deed. Ook dat u dit leest, wordt vastgelegd."
      />
      <UnusualList />
      <section aria-labelledby="controle-regels">
        <h2 id="controle-regels">Het controleboek</h2>
        <Filters key={JSON.stringify(search)} search={search} />
        <AuditLines search={search} />
      </section>
    </>
  )
}

function Filters({ search }: { readonly search: AuditSearch }) {
  const navigate = page.useNavigate()
  const [trajectory, setTrajectory] = useState(search.traject ?? '')
  const [from, setFrom] = useState(search.van ?? '')
  const [to, setTo] = useState(search.tot ?? '')
  const isNarrowed = Object.keys(search).some((name) => name !== 'voor')
  return (
    <form
      className="tijdig-audit__filters"
      onSubmit={(event) => {
        event.preventDefault()
        const { wie } = search
        const traject = trajectory.trim()
        navigate({
          search: {
            ...(traject === '' ? {} : { traject }),
            ...(wie === undefined ? {} : { wie }),
            ...(from === '' ? {} : { van: from }),
            ...(to === '' ? {} : { tot: to }),
          },
        })
      }}
    >
      <TextField
        id="controle-traject"
        label="Nummer van het traject"
        value={trajectory}
        onChange={setTrajectory}
      />
      <TextField id="controle-van" label="Van" type="date" value={from} onChange={setFrom} />
      <TextField id="controle-tot" label="Tot en met" type="date" value={to} onChange={setTo} />
      <div className="tijdig-actions">
        <Button purpose="primary" type="submit">
          Zoeken
        </Button>
        {isNarrowed ? (
          <Link to="/controle" search={{}} className="nl-link">
            Alles tonen
          </Link>
        ) : null}
      </div>
    </form>
  )
}
