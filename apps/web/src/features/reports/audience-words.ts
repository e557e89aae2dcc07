import type { Audience, PublicationLine } from '@tijdig/server/contract'

export const AUDIENCE_WORDS = {
  chain: 'Alleen wie inlogt',
  public: 'Iedereen',
} as const satisfies Record<Audience, string>

/** For whom a publication is now. */
export function audienceInWords({ audience, withdrawn }: PublicationLine): string {
  return withdrawn ? 'Ingetrokken' : AUDIENCE_WORDS[audience]
}

/** Where a publication stands for everybody, also once it was withdrawn. */
export function publicAddress({ address }: PublicationLine): string | undefined {
  return address === null ? undefined : `/archief/${address}`
}
