import { queryOptions } from '@tanstack/react-query'
import type {
  Family,
  FamilyPerson,
  FamilySearch,
  FoundFamilies,
  KeptPerson,
} from '@tijdig/server/contract'
import { deleteCall, getFile, getJson, postJson, putJson } from './client.ts'

/** Who the family of a trajectory is. Never kept longer than it is shown. */
export function familyQuery(route: string, id: string) {
  return queryOptions({
    queryKey: ['family', route, id],
    queryFn: ({ signal }) => getJson<Family>(familyPath(route, id), {}, signal),
    gcTime: 0,
  })
}

export function keepPerson(
  route: string,
  id: string,
  code: string,
  person: KeptPerson,
): Promise<FamilyPerson> {
  return putJson(`${familyPath(route, id)}/${encodeURIComponent(code)}`, person)
}

export function removePerson(route: string, id: string, code: string): Promise<void> {
  return deleteCall(`${familyPath(route, id)}/${encodeURIComponent(code)}`)
}

/** What is searched for goes along with the question, never in an address. */
export function findFamily(search: FamilySearch): Promise<FoundFamilies> {
  return postJson('families/search', search)
}

/** All that is kept about a family and who looked: made anew each time, and that is recorded. */
export function getFamilyFile(route: string, id: string, form: 'pdf' | 'html'): Promise<Blob> {
  return getFile(`${trajectoryPath(route, id)}/file.${form}`)
}

function familyPath(route: string, id: string): string {
  return `${trajectoryPath(route, id)}/persons`
}

function trajectoryPath(route: string, id: string): string {
  return `trajectories/${encodeURIComponent(route)}/${encodeURIComponent(id)}`
}
