/** A browser as far as signing in goes: keeps cookies by their rules, follows where it is sent. */
export class CookieJar {
  readonly #cookies = new Map<string, { value: string; path: string }>()
  /** All that was ever set, with the flags. */
  readonly seen: string[] = []

  get(name: string): string | undefined {
    return this.#cookies.get(name)?.value
  }

  set(name: string, value: string): void {
    this.#cookies.set(name, { value, path: '/' })
  }

  /** Asks once; a redirect is answered as it is. */
  async fetch(url: string | URL, options: RequestInit = {}): Promise<Response> {
    const { pathname } = new URL(url)
    const headers = new Headers(options.headers)
    const sent = [...this.#cookies].filter(([, { path }]) => pathname.startsWith(path))
    if (sent.length > 0)
      headers.set('cookie', sent.map(([name, { value }]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...options, headers, redirect: 'manual' })
    for (const line of response.headers.getSetCookie()) this.#keep(line, pathname)
    return response
  }

  /** Follows redirects as long as `goesOn`; gives the last answer and where it came from. */
  async follow(
    url: string | URL,
    goesOn: (to: URL) => boolean = () => true,
  ): Promise<{ readonly response: Response; readonly url: URL; readonly next: URL | undefined }> {
    let at = new URL(url)
    for (let steps = 0; steps < 10; steps++) {
      const response = await this.fetch(at)
      const location = response.headers.get('location')
      const next = location === null ? undefined : new URL(location, at)
      if (!next || !goesOn(next)) return { response, url: at, next }
      at = next
    }
    throw new Error(`it kept being sent on, at last to ${at}`)
  }

  #keep(line: string, from: string): void {
    this.seen.push(line)
    const [pair = '', ...flags] = line.split(';').map((part) => part.trim())
    const place = pair.indexOf('=')
    const [name, value] = [pair.slice(0, place), pair.slice(place + 1)]
    const flag = (wanted: string) =>
      flags.find((each) => each.toLowerCase().startsWith(`${wanted}=`))?.slice(wanted.length + 1)
    const expires = flag('expires')
    const isOver = flag('max-age') === '0' || (expires && new Date(expires).getTime() < Date.now())
    if (isOver) this.#cookies.delete(name)
    else this.#cookies.set(name, { value, path: flag('path') ?? from })
  }
}
