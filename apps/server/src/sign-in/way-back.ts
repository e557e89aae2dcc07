/** A path of this server, in the characters of an address; nothing that a browser may take further. */
const PATH = /^\/(?![/\\])[!-[\]-~]{0,1999}$/

/** Where to go after signing in. Anything but a path of this server itself becomes the first page. */
export function wayBack(asked: unknown): string {
  if (typeof asked !== 'string' || !PATH.test(asked)) return '/'
  // Signing in is no place to come back to.
  return /^\/(?:inloggen|aanmelden|demo-inloggen)(?:[/?#]|$)/.test(asked) ? '/' : asked
}
