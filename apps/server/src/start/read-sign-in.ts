import { err, ok, type Result } from '@tijdig/core'
import {
  DEFAULT_SIGN_IN,
  type IssuerSettings,
  type SignInSettings,
} from '../sign-in/sign-in-settings.ts'

/** The part of the environment that says how people sign in. */
export interface SignInEnvironment {
  /** An issuer of OpenID Connect, and what this server is to it. */
  readonly TIJDIG_ISSUER?: string | undefined
  readonly TIJDIG_CLIENT_ID?: string | undefined
  readonly TIJDIG_CLIENT_SECRET?: string | undefined
  /** `yes`: made-up people also where others may reach the server. */
  readonly TIJDIG_DEMO_PEOPLE?: string | undefined
  /** Where people open Tijdig, where that is not the name by which the server is called. */
  readonly TIJDIG_ADDRESS?: string | undefined
  readonly TIJDIG_IDLE_MINUTES?: string | undefined
  readonly TIJDIG_SESSION_HOURS?: string | undefined
  readonly TIJDIG_HOSTS?: string | undefined
  readonly NODE_ENV?: string | undefined
}

const ISSUER_NAMES = ['TIJDIG_ISSUER', 'TIJDIG_CLIENT_ID', 'TIJDIG_CLIENT_SECRET'] as const
const MOST_IDLE_MINUTES = 24 * 60
const MOST_HOURS = 7 * 24

/**
 * Reads how people sign in; what is wrong is told in a sentence.
 * @param isLoopback Whether the server listens to this machine only.
 */
export function readSignIn(
  environment: SignInEnvironment,
  isLoopback: boolean,
): Result<SignInSettings, string> {
  const address = readAddress(environment.TIJDIG_ADDRESS)
  if (!address.ok) return address
  const idle = readNumber(environment, 'TIJDIG_IDLE_MINUTES', 'minuten', MOST_IDLE_MINUTES)
  if (!idle.ok) return idle
  const hours = readNumber(environment, 'TIJDIG_SESSION_HOURS', 'uren', MOST_HOURS)
  if (!hours.ok) return hours
  const issuer = readIssuer(environment)
  if (!issuer.ok) return issuer
  if (issuer.value === 'demo' && mayBeReached(environment, isLoopback)) {
    return err(
      'Zo kunnen anderen deze server bereiken, en dan mag niet iedereen zelf kiezen wie hij is. ' +
        'Zet in TIJDIG_ISSUER, TIJDIG_CLIENT_ID en TIJDIG_CLIENT_SECRET waar de mensen van uw organisatie inloggen. ' +
        'Wilt u hier toch de verzonnen mensen, zet dan TIJDIG_DEMO_PEOPLE=yes; doe dat nooit met echte gegevens.',
    )
  }
  return ok({
    issuer: issuer.value,
    address: address.value,
    idleMinutes: idle.value ?? DEFAULT_SIGN_IN.idleMinutes,
    longestMinutes: hours.value === undefined ? DEFAULT_SIGN_IN.longestMinutes : hours.value * 60,
  })
}

/** Unless somebody said that made-up people are what they want. */
function mayBeReached(
  { NODE_ENV, TIJDIG_HOSTS, TIJDIG_DEMO_PEOPLE }: SignInEnvironment,
  isLoopback: boolean,
): boolean {
  if (TIJDIG_DEMO_PEOPLE === 'yes') return false
  return !isLoopback || NODE_ENV === 'production' || Boolean(TIJDIG_HOSTS)
}

function readIssuer(environment: SignInEnvironment): Result<'demo' | IssuerSettings, string> {
  const missing = ISSUER_NAMES.filter((name) => !environment[name])
  if (missing.length === ISSUER_NAMES.length) return ok('demo')
  if (missing.length > 0) {
    return err(
      `Om ergens in te loggen zijn ${ISSUER_NAMES.join(', ')} alle drie nodig. Vul aan: ${missing.join(', ')}.`,
    )
  }
  if (environment.TIJDIG_DEMO_PEOPLE === 'yes') {
    return err(
      'De verzonnen mensen en een eigen inlogdienst gaan nooit samen. Haal TIJDIG_DEMO_PEOPLE weg, of de drie van TIJDIG_ISSUER.',
    )
  }
  const { TIJDIG_ISSUER: url = '', TIJDIG_CLIENT_ID: clientId = '' } = environment
  if (!isSafe(url)) {
    return err(
      `TIJDIG_ISSUER is geen adres van een inlogdienst: "${url}". Schrijf het adres dat uw inlogdienst noemt (issuer), beginnend met https://.`,
    )
  }
  return ok({ url, clientId, clientSecret: environment.TIJDIG_CLIENT_SECRET ?? '' })
}

function readAddress(given: string | undefined): Result<string | undefined, string> {
  if (!given) return ok(undefined)
  const url = isSafe(given) ? new URL(given) : undefined
  if (url && url.pathname === '/' && url.search === '' && url.hash === '') return ok(url.origin)
  return err(
    `TIJDIG_ADDRESS is geen adres waarop mensen Tijdig openen: "${given}". Schrijf bijvoorbeeld https://tijdig.example.nl.`,
  )
}

/** Encrypted on its way, or not on its way at all. */
function isSafe(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, username } = new URL(text)
  const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
  return username === '' && (protocol === 'https:' || (protocol === 'http:' && isHere))
}

function readNumber(
  environment: SignInEnvironment,
  name: 'TIJDIG_IDLE_MINUTES' | 'TIJDIG_SESSION_HOURS',
  unit: string,
  most: number,
): Result<number | undefined, string> {
  const text = environment[name]
  if (!text) return ok(undefined)
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0
  if (value >= 1 && value <= most) return ok(value)
  return err(`${name} is "${text}". Geef een heel aantal ${unit} van 1 tot en met ${most}.`)
}
