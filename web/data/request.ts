import { unreachable } from '#shared/app-error.ts'
import { negotiateLanguage } from '#shared/language.ts'
import { ApiError } from './api-error.ts'
import { currentTimeZone } from './time-zone.ts'

export type QueryValue = string | number | boolean | undefined

export interface RequestOptions {
  readonly query?: Readonly<Record<string, QueryValue>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
}

export interface Answer<T> {
  readonly data: T
  readonly etag: string | null
}

const base = '/api/v1'
let onSessionLost: () => void = () => {}

/** Called when the server answers 401 to anything but a sign-in. */
export function whenSessionLost(listener: () => void): void {
  onSessionLost = listener
}

export function address(path: string, query: RequestOptions['query'] = {}): string {
  const parameters = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') parameters.set(name, String(value))
  }
  const search = parameters.toString()
  return `${base}${path}${search === '' ? '' : `?${search}`}`
}

/**
 * One request to `/api/v1`, as the signed-in person and in the language of the page. The caller names the shape of
 * the answer, which the contract of the route gives.
 * @throws ApiError for any answer that is not 2xx, and with code `server_unreachable` where none came
 */
export async function request<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const isForm = options.body instanceof FormData
  const timeZone = currentTimeZone()
  const response = await fetch(address(path, options.query), {
    method,
    credentials: 'same-origin',
    headers: {
      Accept: 'application/json',
      'Accept-Language': document.documentElement.lang,
      ...(timeZone !== undefined && { 'Time-Zone': timeZone }),
      ...(options.body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body !== undefined && {
      body: options.body instanceof FormData ? options.body : JSON.stringify(options.body),
    }),
    ...(options.signal !== undefined && { signal: options.signal }),
  }).catch((cause: unknown) => {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ApiError(0, { code: 'server_unreachable', detail: unreachableText() })
  })
  const text = await response.text()
  if (!response.ok) {
    const error = new ApiError(response.status, problemOf(text))
    if (response.status === 401 && path !== '/auth/sign-in' && path !== '/auth/session') onSessionLost()
    throw error
  }
  return { data: (text === '' ? undefined : JSON.parse(text)) as T, etag: response.headers.get('etag') }
}

/** What nobody answered is told in our own words; the browser's are for programmers. */
const unreachableText = (): string => unreachable[negotiateLanguage(document.documentElement.lang)]

function problemOf(text: string): Record<string, unknown> {
  try {
    const problem: unknown = JSON.parse(text)
    return typeof problem === 'object' && problem !== null ? { ...problem } : {}
  } catch {
    return {}
  }
}
