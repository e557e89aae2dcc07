/** How people sign in, as the keeper of the server chose. */
export interface SignInSettings {
  /** Made-up people in this program itself, or the issuer of the organisations. Never both. */
  readonly issuer: 'demo' | IssuerSettings
  /** Over after so many minutes without a request, and after so many whatever happens. */
  readonly idleMinutes: number
  readonly longestMinutes: number
  /** Where people open Tijdig, where that is not the name by which the server is called. */
  readonly address: string | undefined
}

/** An issuer of OpenID Connect with which this server is registered. */
export interface IssuerSettings {
  readonly url: string
  readonly clientId: string
  readonly clientSecret: string
}

export const DEFAULT_SIGN_IN: SignInSettings = {
  issuer: 'demo',
  idleMinutes: 30,
  longestMinutes: 12 * 60,
  address: undefined,
}
