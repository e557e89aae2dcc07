import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { organisationsQuery } from '../../api/session.ts'

export type NameOf = (code: string) => string

/** The names of organisations by code; a code that takes no part here stays what it is: "VWS". */
export function useOrganisationNames(): NameOf {
  const { data } = useQuery(organisationsQuery)
  return useMemo(() => {
    const names = new Map(data?.map(({ code, name }) => [code, name]))
    return (code) => names.get(code) ?? code
  }, [data])
}
