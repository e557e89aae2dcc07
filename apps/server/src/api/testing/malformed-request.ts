import type { InjectOptions } from 'fastify'
import type { Random } from '../../../../../packages/core/src/testing/random.ts'

/** As much of a JSON schema as the description of the API uses. */
interface Schema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
}

interface Parameter {
  readonly name: string
  readonly in: 'query' | 'path' | 'header'
  readonly schema?: Schema
}

/** One thing that can be asked of the API. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly tag: string
  readonly parameters: readonly Parameter[]
  readonly body: Schema | undefined
}

interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>
}
interface DescribedOperation {
  readonly operationId: string
  readonly tags?: readonly string[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: Schema }>>
  }
}

export function operationsOf(document: Document): Operation[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => ({
      id: described.operationId,
      method: method.toUpperCase(),
      path,
      tag: described.tags?.[0] ?? '',
      parameters: described.parameters ?? [],
      body: described.requestBody?.content['application/json']?.schema,
    })),
  )
}

/** What an honest request has under a name; the first is the likeliest. */
const HONEST: Readonly<Record<string, readonly string[]>> = {
  route: ['ot', 'jbjr'],
  id: ['OT-0022', 'OT-0001', '00000000-0000-0000-0000-000000000000'],
  number: ['1', '2'],
  template: ['ot/progress', 'ozj/quarterly'],
  cutOff: ['2023-03-31'],
  knownAt: ['2023-04-14'],
  validOn: ['2023-03-01'],
  until: ['2033-01-01'],
  endsOn: ['2033-01-01'],
  type: ['firstContact', 'supportStarted'],
  organisation: ['OT', 'PB'],
  email: ['iemand@example.org'],
}

const ODD_TEXTS = [
  '',
  ' ',
  'x',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'undefined',
  'true',
  '[object Object]',
  '__proto__',
  'constructor',
  'toString',
  '../../../etc/passwd',
  '..%2f..%2f',
  "' or 1=1 --",
  '"; drop table tijdig.event; --',
  '$1',
  '%s%n',
  '{{7*7}}',
  '#{7*7}',
  '<script>alert(1)</script>',
  'javascript:alert(1)',
  '\0',
  'a\0b',
  '\u0001\u001f',
  '\ufeff',
  '\ud800',
  '\udfff\ud800',
  '\u202e\u2066',
  'e\u0301'.repeat(50),
  '🏳️‍🌈'.repeat(30),
  'ﷺ'.repeat(200),
  'x'.repeat(201),
  'x'.repeat(5_000),
  '1'.repeat(400),
  '0000-00-00',
  '2023-02-30',
  '9999-12-31',
  '-271821-04-20',
  '99999-01-01',
  '2023-03-31T25:61:61Z',
  '2023-03-31T00:00:00+99:99',
  '1970-01-01T00:00:00Z',
  '2023-03-31@',
  '@',
  '@@@@',
  ',',
  ';',
  '9007199254740993',
  '-9223372036854775809',
  '2147483648',
  '0x10',
  '１２３',
  '*',
  '%',
  '\\',
  '\\u0000',
  'C:\\',
]

const ODD_VALUES: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -0,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER + 2,
  [],
  [[]],
  [null],
  {},
  { a: { b: { c: [] } } },
  { toString: 1, toJSON: null },
  Array.from({ length: 1_000 }, () => 0),
  Object.fromEntries(Array.from({ length: 500 }, (_, number) => [`k${number}`, number])),
]

const ODD_BODIES: readonly (string | Buffer)[] = [
  '',
  ' ',
  '{',
  '}',
  '[',
  '"',
  'nul',
  'NaN',
  '{"a":1,}',
  "{'a':1}",
  '{"a":1}{"b":2}',
  '\ufeff{}',
  '{"a":"\\ud800"}',
  '{"a":"\\u0000"}',
  '{"__proto__":{}}',
  '{"constructor":{"prototype":{}}}',
  '{"a":1e99999}',
  `${'['.repeat(5_000)}${']'.repeat(5_000)}`,
  `{"a":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`,
  `{"a":"${'x'.repeat(70_000)}"}`,
  `[${'0,'.repeat(20_000)}0]`,
  Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
  Buffer.from('{"a":1}', 'utf16le'),
  Buffer.from([0x1f, 0x8b, 0x08, 0x00]),
]

const ODD_HEADERS: readonly Readonly<Record<string, string>>[] = [
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/json;'.repeat(50) },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-type': 'multipart/form-data; boundary=x' },
  { 'content-type': '/' },
  { 'content-type': '' },
  { 'content-encoding': 'gzip' },
  { 'content-encoding': 'x' },
  { accept: '*/*;q=nonsense' },
  { accept: 'text/html' },
  { 'accept-encoding': 'br;q=2, gzip;q=-1, *' },
  { 'accept-encoding': 'x'.repeat(5_000) },
  { 'accept-language': '\u00ff'.repeat(20) },
  { 'if-none-match': '"'.repeat(100) },
  { 'if-modified-since': 'gisteren' },
  { range: 'bytes=0-,-1,5-2' },
  { authorization: 'Bearer' },
  { authorization: `Bearer tdg_${'a'.repeat(43)}` },
  { authorization: 'Basic Og==' },
  { cookie: '__Host-tijdig=' },
  { cookie: '=;;;=; __Host-tijdig=%00' },
  { cookie: `${'a=b;'.repeat(500)}` },
  { origin: 'null' },
  { origin: '::::' },
  { 'sec-fetch-site': 'x' },
  { 'x-forwarded-for': ',,,' },
  { 'x-forwarded-host': 'evil.example' },
  { 'x-http-method-override': 'DELETE' },
  { 'transfer-encoding': 'identity' },
  { 'content-length': '5' },
  { host: 'localhost:99999' },
  { host: '' },
]

/** Something that an honest request could be, with one to three things wrong with it. */
export function malformedRequest(random: Random, operation: Operation): InjectOptions {
  const wrong = new Set(Array.from({ length: 1 + random.whole(3) }, () => random.whole(4)))
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    wrong.has(0) && random.chance(0.7) ? inAddress(random, odd(random)) : honest(random, name),
  )
  const query = queryOf(random, operation, wrong.has(1))
  const headers = {
    host: 'localhost',
    origin: 'http://localhost',
    ...(operation.body && { 'content-type': 'application/json' }),
    ...(wrong.has(3) && random.chance(0.6) && random.pick(ODD_HEADERS)),
  }
  const takesBody = operation.body !== undefined || random.chance(0.1)
  const payload = takesBody ? bodyOf(random, operation.body, wrong.has(2)) : undefined
  return {
    url: `/api/v1${path}${query}`,
    method: operation.method as 'GET',
    headers,
    ...(payload === undefined ? {} : { payload }),
  }
}

function queryOf(random: Random, { parameters }: Operation, isWrong: boolean): string {
  const parts = parameters
    .filter((parameter) => parameter.in === 'query' && random.chance(isWrong ? 0.7 : 0.95))
    .map(({ name }) => `${name}=${encodeURIComponent(honest(random, name))}`)
  if (isWrong) {
    const names = [
      ...parameters.map(({ name }) => name),
      'x',
      '__proto__',
      'constructor',
      'q[]',
      '',
    ]
    for (let left = 1 + random.whole(3); left > 0; left--) {
      const part = `${random.pick(names)}=${inAddress(random, odd(random))}`
      parts.splice(random.whole(parts.length + 1), 0, part)
    }
  }
  return parts.length > 0 ? `?${parts.join('&')}` : random.chance(0.05) ? '?&&=' : ''
}

function bodyOf(random: Random, schema: Schema | undefined, isWrong: boolean): string | Buffer {
  if (!isWrong || schema === undefined) return JSON.stringify(sampleOf(random, schema ?? {}, ''))
  if (random.chance(0.2)) return random.pick(ODD_BODIES)
  const value = sampleOf(random, schema, '')
  const text = JSON.stringify(spoiled(random, value)) ?? 'null'
  return random.chance(0.05) ? text.slice(0, random.whole(text.length)) : text
}

/** A value that the schema allows, as far as names and kinds go. */
function sampleOf(random: Random, schema: Schema, name: string): unknown {
  if (schema.const !== undefined) return schema.const
  if (schema.enum) return random.pick(schema.enum)
  const choices = schema.anyOf ?? schema.oneOf
  if (choices) return sampleOf(random, random.pick(choices), name)
  switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
    case 'object':
      return Object.fromEntries(
        Object.entries(schema.properties ?? {})
          .filter(([key]) => schema.required?.includes(key) || random.chance(0.5))
          .map(([key, value]) => [key, sampleOf(random, value, key)]),
      )
    case 'array':
      return Array.from({ length: random.whole(3) }, () =>
        sampleOf(random, schema.items ?? {}, name),
      )
    case 'integer':
    case 'number':
      return random.whole(5)
    case 'boolean':
      return random.chance(0.5)
    case 'null':
      return null
    default:
      return honest(random, name)
  }
}

/** With something else somewhere in it: left out, added, or of another kind. */
function spoiled(random: Random, value: unknown): unknown {
  const isDeeper = typeof value === 'object' && value !== null && random.chance(0.75)
  if (!isDeeper) return random.chance(0.5) ? odd(random) : random.pick(ODD_VALUES)
  if (Array.isArray(value)) {
    return [...value.slice(1), spoiled(random, value[0])]
  }
  const entries = Object.entries(value)
  const place = random.whole(entries.length + 1)
  const entry = entries[place]
  if (!entry) return { ...value, [odd(random)]: odd(random) }
  const rest = entries.filter((one) => one !== entry)
  return random.chance(0.2)
    ? Object.fromEntries(rest)
    : Object.fromEntries([...rest, [entry[0], spoiled(random, entry[1])]])
}

function honest(random: Random, name: string): string {
  return random.chance(0.9) ? (HONEST[name]?.[0] ?? 'x') : random.pick(HONEST[name] ?? ['a', 'b'])
}

function odd(random: Random): string {
  return random.pick(ODD_TEXTS)
}

/** In an address: mostly written as it should be, sometimes as it is, or cut off. */
function inAddress(random: Random, text: string): string {
  const sound = encodeURIComponent(text.replaceAll(/\p{Cs}/gu, '\ufffd'))
  if (random.chance(0.75)) return sound
  if (random.chance(0.5)) return sound.slice(0, random.whole(sound.length + 1))
  return text.replaceAll(/[^\x21-\x7e]|[#?&/]/g, '%')
}
