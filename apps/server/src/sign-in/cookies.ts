/** The session's token. The name makes browsers hold it to this host, this path and secure ways. */
export const SESSION_COOKIE = '__Host-tijdig'
/** What is remembered while somebody is away to sign in. */
export const ATTEMPT_COOKIE = '__Host-tijdig-aanmelding'

/** Not readable by a page, and not sent along when another site does something here. */
const ALWAYS = 'Path=/; Secure; HttpOnly; SameSite=Lax'

/** A cookie by name; where a name is there twice, none: one of the two is not ours. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  const values = (header ?? '').split(';').flatMap((part) => {
    const place = part.indexOf('=')
    return place > 0 && part.slice(0, place).trim() === name ? [part.slice(place + 1).trim()] : []
  })
  return values.length === 1 ? values[0] : undefined
}

/** @param seconds How long the browser keeps it; left out: until it closes. */
export function writeCookie(name: string, value: string, seconds?: number): string {
  return `${name}=${value}; ${ALWAYS}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`
}

export function clearCookie(name: string): string {
  return writeCookie(name, '', 0)
}
