import { SORTS, type Sort, type TrajectoriesSearch } from './search.ts'

/** `geopend+` is from old to new; without the plus from new to old. */
export function readOrder(order: string): Pick<TrajectoriesSearch, 'sorteer' | 'oplopend'> {
  const ascending = order.endsWith('+')
  const name = ascending ? order.slice(0, -1) : order
  return {
    sorteer: isSort(name) ? name : 'geopend',
    oplopend: ascending ? 'ja' : undefined,
  }
}

function isSort(name: string): name is Sort {
  return Object.hasOwn(SORTS, name)
}
