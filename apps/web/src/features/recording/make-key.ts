const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A number that nobody else makes up; sent along, so that what is sent twice is recorded once. */
export function makeKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(26))
  return `e-${Array.from(bytes, (byte) => SIGNS[byte % SIGNS.length]).join('')}`
}
