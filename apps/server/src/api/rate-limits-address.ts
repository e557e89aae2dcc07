import { BlockList, isIP, isIPv6 } from 'node:net'
import { err, ok, type Result } from '@tijdig/core'
import type { FastifyRequest } from 'fastify'

/** The proxies before this server, as its keeper named them. */
export type Proxies = Pick<BlockList, 'check'>

export const NO_PROXIES: Proxies = new BlockList()

/**
 * Where a request comes from: the address of who connected; where that is a proxy that the keeper
 * named, the last address before the proxies, as the first of them saw it. What a sender wrote in
 * that header by itself stands further to the left, and counts for nothing. Of IPv6 the first 64
 * bits: as many as one subscriber has.
 */
export function clientAddress(
  { raw, headers }: Pick<FastifyRequest, 'raw' | 'headers'>,
  proxies: Proxies,
): string {
  const passed = String(headers['x-forwarded-for'] ?? '').split(',')
  let address = plain(raw.socket.remoteAddress ?? '')
  while (isProxy(address, proxies)) {
    const before = plain(passed.pop()?.trim() ?? '')
    if (isIP(before) === 0) break
    address = before
  }
  return isIPv6(address) ? firstHalf(address) : address
}

/** Reads addresses (`10.0.0.1`) and ranges (`10.0.0.0/8`) with commas between them. */
export function readProxies(text: string | undefined): Result<Proxies, string> {
  const proxies = new BlockList()
  for (const part of (text ?? '').split(',')) {
    const [address = '', bits, ...rest] = part.trim().split('/')
    if (address === '') continue
    const family = isIPv6(address) ? 'ipv6' : 'ipv4'
    const most = family === 'ipv6' ? 128 : 32
    const length = bits === undefined ? most : /^\d{1,3}$/.test(bits) ? Number(bits) : Infinity
    if (isIP(address) === 0 || rest.length > 0 || length > most) {
      return err(
        `TIJDIG_PROXIES bevat "${part.trim()}". Schrijf de IP-adressen van uw proxy's, met komma's ertussen, bijvoorbeeld 10.0.0.1 of 10.0.0.0/8.`,
      )
    }
    proxies.addSubnet(address, length, family)
  }
  return ok(proxies)
}

function isProxy(address: string, proxies: Proxies): boolean {
  const version = isIP(address)
  return version !== 0 && proxies.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** An IPv4 address that came as IPv6 is itself again. */
function plain(address: string): string {
  const found = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return found?.[1] ?? address
}

function firstHalf(address: string): string {
  const [before = '', after] = address.toLowerCase().split('::')
  const left = before === '' ? [] : before.split(':')
  const right = after ? after.split(':') : []
  const zeros = after === undefined ? 0 : 8 - left.length - right.length
  return [...left, ...Array<string>(Math.max(0, zeros)).fill('0'), ...right]
    .slice(0, 4)
    .map((part) => part.replace(/^0+(?=.)/, ''))
    .join(':')
}
