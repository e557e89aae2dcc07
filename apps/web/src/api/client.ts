import type { Problem } from '@tijdig/server/contract'

/** What went wrong with a call: what the server said, or that it could not be reached. */
export class ApiProblem extends Error {
  readonly code: string
  readonly status: number
  readonly detail: string | undefined
  /** What is wrong in what was sent, as the server names it. */
  readonly field: string | undefined
  /** What others recorded in the meantime. */
  readonly changes: Problem['changes']

  constructor(
    code: string,
    status: number,
    detail?: string,
    field?: string,
    changes?: Problem['changes'],
  ) {
    super(detail ?? code)
    this.name = 'ApiProblem'
    this.code = code
    this.status = status
    this.detail = detail
    this.field = field
    this.changes = changes
  }
}

export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>

/** The address of a call; parameters without a value are left out. */
export function apiAddress(path: string, parameters: Parameters = {}): string {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(parameters))
    if (value !== undefined) search.set(key, String(value))
  const text = search.toString()
  return `/api/v1/${path}${text === '' ? '' : `?${text}`}`
}

export async function getJson<T>(
  path: string,
  parameters: Parameters = {},
  signal?: AbortSignal,
): Promise<T> {
  return call<T>(apiAddress(path, parameters), signal ? { signal } : {})
}

export async function postJson<T>(path: string, body?: unknown): Promise<T> {
  return sendJson('POST', path, body)
}

export async function putJson<T>(path: string, body: unknown): Promise<T> {
  return sendJson('PUT', path, body)
}

async function sendJson<T>(method: 'POST' | 'PUT', path: string, body?: unknown): Promise<T> {
  return call<T>(apiAddress(path), {
    method,
    ...(body === undefined
      ? {}
      : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
}

export async function deleteCall(path: string): Promise<void> {
  await call<undefined>(apiAddress(path), { method: 'DELETE' })
}

let lastCall = 0

/** When the server was last asked something, in milliseconds: from then on it counts idleness. */
export function lastCallAt(): number {
  return lastCall
}

/** A document as the server makes it. */
export async function getFile(path: string): Promise<Blob> {
  return (await answerOf(apiAddress(path), {})).blob()
}

async function call<T>(address: string, init: RequestInit): Promise<T> {
  const response = await answerOf(address, init)
  return (response.status === 204 ? undefined : await response.json()) as T
}

async function answerOf(address: string, init: RequestInit): Promise<Response> {
  lastCall = Date.now()
  const response = await fetch(address, init).catch((reason: unknown) => {
    if (init.signal?.aborted) throw reason
    throw new ApiProblem('unreachable', 0)
  })
  if (!response.ok) throw await problemOf(response)
  return response
}

async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined)
  const problem = (body ?? {}) as Partial<Problem>
  const { code = 'unknown', detail, field, changes } = problem
  return new ApiProblem(code, response.status, detail, field, changes)
}
