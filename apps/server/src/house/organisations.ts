import type { Organisation, People } from '@tijdig/store'

/** Which organisations there are, and their teams: known to everybody who works here. */
export type Directory = Pick<People, 'organisations' | 'teams'>

export type Organisations = ReadonlyMap<string, Organisation>

export async function organisationsOf(directory: Directory): Promise<Organisations> {
  return new Map((await directory.organisations()).map((each) => [each.code, each]))
}

/** What an organisation is called; one that is not registered here is called by its code. */
export function nameOf(organisations: Organisations, code: string): string {
  return organisations.get(code)?.name ?? code
}

/** What the teams of an organisation are called, by code. */
export async function teamNames(
  directory: Directory,
  organisation: string,
): Promise<ReadonlyMap<string, string>> {
  return new Map((await directory.teams(organisation)).map(({ code, name }) => [code, name]))
}
