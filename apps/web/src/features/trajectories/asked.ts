import type { TrajectoriesAsked } from '../../api/queries.ts'
import { PAGE_SIZE, readFeature, SORTS, type TrajectoriesSearch } from './search.ts'

/** The call that an address stands for. */
export function trajectoriesAsked(route: string, search: TrajectoriesSearch): TrajectoriesAsked {
  const feature = search.kenmerk === undefined ? undefined : readFeature(search.kenmerk)
  return {
    route,
    ...(search.zoek === undefined ? {} : { q: search.zoek }),
    ...(search.toestand === undefined ? {} : { state: search.toestand }),
    ...(feature ?? {}),
    sort: SORTS[search.sorteer ?? 'geopend'].sort,
    descending: search.oplopend !== 'ja',
    page: search.pagina ?? 1,
    pageSize: PAGE_SIZE,
  }
}
