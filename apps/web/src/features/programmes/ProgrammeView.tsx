import { getRouteApi } from '@tanstack/react-router'
import type { Programme, Route } from '@tijdig/server/contract'
import type { Asked } from '../../clocks/asked.ts'
import { GridView } from './grid/GridView.tsx'
import { MoneyView } from './MoneyView.tsx'
import { MilestonesView } from './milestones/MilestonesView.tsx'
import { MovedView } from './moved/MovedView.tsx'
import { RecordsView } from './RecordsView.tsx'
import { TasksView } from './TasksView.tsx'
import { TreeView } from './tree/TreeView.tsx'

const page = getRouteApi('/programmas/$programme')

interface Props {
  readonly programme: Programme
  readonly asked: Asked
  readonly newest: Asked
  readonly routes: readonly Route[]
}

/** The view that the address names. */
export function ProgrammeView({ programme, asked, newest, routes }: Props) {
  const { beeld = 'boom' } = page.useSearch()
  switch (beeld) {
    case 'boom':
      return <TreeView programme={programme} asked={asked} routes={routes} />
    case 'maanden':
      return <GridView programme={programme} asked={asked} />
    case 'mijlpalen':
      return <MilestonesView programme={programme} asked={asked} />
    case 'veranderd':
      return <MovedView programme={programme} asked={asked} newest={newest} />
    case 'opgaven':
      return <TasksView programme={programme} />
    case 'geld':
      return <MoneyView programme={programme} />
    case 'besluiten':
      return <RecordsView programme={programme} asked={asked} />
    default:
      return beeld satisfies never
  }
}
