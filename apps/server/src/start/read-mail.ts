import { err, ok, type Result } from '@tijdig/core'
import type { MailSettings } from '../jobs/mail-settings.ts'

/** The part of the environment that says how mail goes out. */
export interface MailEnvironment {
  /** `smtps://NAME:PASSWORD@mail.example.nl`; left out: no mail goes out. */
  readonly TIJDIG_SMTP_URL?: string | undefined
  /** From whom it is: `tijdig@example.nl`, or `Tijdig <tijdig@example.nl>`. */
  readonly TIJDIG_MAIL_FROM?: string | undefined
  /** At what time of the day in the Netherlands; left out: `07:00`. */
  readonly TIJDIG_MAIL_TIME?: string | undefined
}

const NAMED = /^(?:"?([^"<>\r\n]*?)"?\s*<([^<>]+)>|([^<>]+))$/
const ADDRESS = /^[^\s@<>,;"()[\]\\]{1,64}@[A-Za-z0-9][A-Za-z0-9.-]{0,252}$/

/**
 * Reads how mail goes out; what is wrong is told in a sentence, in which no password stands.
 * @param address Where people open Tijdig, where that was set.
 * @returns Undefined where no mail goes out.
 */
export function readMail(
  environment: MailEnvironment,
  address: string | undefined,
): Result<MailSettings | undefined, string> {
  const { TIJDIG_SMTP_URL: url, TIJDIG_MAIL_FROM: sender, TIJDIG_MAIL_TIME } = environment
  if (!url) {
    if (!sender) return ok(undefined)
    return err(
      'TIJDIG_MAIL_FROM is ingevuld, maar TIJDIG_SMTP_URL niet. Vul beide in, of geen van beide: dan verstuurt Tijdig geen e-mail.',
    )
  }
  if (!isServer(url)) {
    return err(
      'TIJDIG_SMTP_URL is geen adres van een mailserver. Schrijf bijvoorbeeld smtps://NAAM:WACHTWOORD@mail.example.nl, of smtp://mail.example.nl:587.',
    )
  }
  const from = readSender(sender ?? '')
  if (!from) {
    return err(
      'TIJDIG_MAIL_FROM is geen afzender. Schrijf bijvoorbeeld tijdig@example.nl, of Tijdig <tijdig@example.nl>.',
    )
  }
  const time = TIJDIG_MAIL_TIME || '07:00'
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) {
    return err(
      `TIJDIG_MAIL_TIME is "${time}". Geef een tijd van 00:00 tot en met 23:59, als 07:00.`,
    )
  }
  if (!address) {
    return err(
      'In een e-mail staat het adres van Tijdig. Zet in TIJDIG_ADDRESS waar mensen Tijdig openen, bijvoorbeeld https://tijdig.example.nl.',
    )
  }
  return ok({ url, from, address, time })
}

function isServer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, pathname, search, hash } = new URL(text)
  const isBare = (pathname === '' || pathname === '/') && search === '' && hash === ''
  return /^smtps?:$/.test(protocol) && hostname !== '' && isBare
}

function readSender(text: string): MailSettings['from'] | undefined {
  const [, name, named, bare] = NAMED.exec(text.trim()) ?? []
  const address = (named ?? bare ?? '').trim()
  return ADDRESS.test(address) ? { name: name?.trim() || 'Tijdig', address } : undefined
}
