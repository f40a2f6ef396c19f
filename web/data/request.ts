import { unreachable, wordless } from '#shared/app-error.ts'
import { type Label, negotiateLanguage } from '#shared/language.ts'
import { ApiError } from './api-error.ts'
import { connection } from './connection.ts'
import { askForProof } from './proof.ts'
import { currentTimeZone } from './time-zone.ts'
import { refuseWrite, viewedAs } from './view-as.ts'

type QueryValue = string | number | boolean | undefined

export interface RequestOptions {
  readonly query?: Readonly<Record<string, QueryValue>>
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal | undefined
  /** Milliseconds after which no answer counts as none; 30 s where it is not said, 10 min for files. */
  readonly patience?: number
}

interface Answer<T> {
  readonly data: T
  readonly etag: string | null
}

const base = '/api/v1'
const patienceOf = { json: 30_000, form: 600_000 } as const
/** What a proxy answers in place of a server that is away. */
const awayStatuses: ReadonlySet<number> = new Set([502, 503, 504])

let onSessionLost: () => void = () => {}

/** Called when the server knows nobody by this session any more. */
export function whenSessionLost(listener: () => void): void {
  onSessionLost = listener
}

let sessionBack: PromiseWithResolvers<void> | undefined

/** Tells that the server no longer knows who is asking. @returns a promise of the moment at which it does again */
export function sessionLost(): Promise<void> {
  sessionBack ??= Promise.withResolvers<void>()
  onSessionLost()
  return sessionBack.promise
}

/** Somebody is signed in: who waited for that goes on. */
export function sessionFound(): void {
  sessionBack?.resolve()
  sessionBack = undefined
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
 * Headers of every request: as whom nobody needs to say (the cookie does) unless they look with another's eyes, but in which
 * language and which zone.
 */
export function commonHeaders(): Record<string, string> {
  const timeZone = currentTimeZone()
  const viewed = viewedAs()
  return {
    'Accept-Language': document.documentElement.lang,
    ...(timeZone !== undefined && { 'Time-Zone': timeZone }),
    ...(viewed !== undefined && { 'View-As': viewed }),
  }
}

/**
 * One request to `/api/v1`, as the signed-in person and in the language of the page. The caller names the shape of
 * the answer, which the contract of the route gives.
 * @throws ApiError for any answer that is not 2xx; with status 0 and code `server_unreachable` where none came in time,
 * `answer_unreadable` where something else than the server answered (a sign-in page of a hotel)
 */
export async function request<T>(
  method: string,
  path: string,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  try {
    return await requestOnce(method, path, options)
  } catch (error) {
    // A dangerous act: whoever sits there proves that it is them, and it is done then.
    if (!(error instanceof ApiError) || error.code !== 'proof_required' || !(await askForProof())) throw error
    return requestOnce(method, path, options)
  }
}

async function requestOnce<T>(method: string, path: string, options: RequestOptions): Promise<Answer<T>> {
  const { response, content } = await exchange(method, path, options, (answer) => answer.text())
  checkAnswer(path, response, content)
  return { data: parsed(content) as T, etag: response.headers.get('etag') }
}

/** A file that the server makes of what is sent; it is held by the browser, which keeps a large one on disk. */
export async function requestFile(path: string, body: unknown): Promise<{ name: string; content: Blob }> {
  const options = { body, headers: { Accept: '*/*' }, patience: patienceOf.form }
  const { response, content } = await exchange<Blob | string>('POST', path, options, (answer) =>
    answer.ok ? answer.blob() : answer.text(),
  )
  if (typeof content === 'string') {
    checkAnswer(path, response, content)
    throw unreadable()
  }
  connection.report(true)
  const named = /filename\*=UTF-8''([^;]+)/i.exec(response.headers.get('content-disposition') ?? '')
  return { name: decodeURIComponent(named?.[1] ?? ''), content }
}

/** @throws ApiError of an answer that is not 2xx */
function checkAnswer(path: string, response: Response, text: string): void {
  connection.report(!awayStatuses.has(response.status))
  if (response.ok) return
  const error = new ApiError(response.status, problemOf(response.status, text))
  // A wrong password or code is 401 too: that one is known, and not believed.
  if (error.code === 'not_signed_in' && path !== '/auth/session') void sessionLost()
  if (error.code === 'second_factor_required') leadToSecondStep()
  throw error
}

/** Whether a request only looks: figures are asked for with a body, and whoever leaves may leave. */
const looks = (method: string, path: string): boolean =>
  method === 'GET' || path.endsWith('/aggregate') || path.startsWith('/auth/')

/** Asked of a session that was open already; what is not sent yet is kept, and goes on from there. */
function leadToSecondStep(): void {
  const place = '/second-step'
  const { pathname, search } = window.location
  if (pathname === place || pathname === '/sign-in') return
  window.location.assign(`${place}?from=${encodeURIComponent(pathname + search)}`)
}

async function exchange<Content>(
  method: string,
  path: string,
  options: RequestOptions,
  read: (response: Response) => Promise<Content>,
): Promise<{ response: Response; content: Content }> {
  if (viewedAs() !== undefined && !looks(method, path)) {
    refuseWrite()
    throw new ApiError(403, { code: 'not_permitted', detail: said(wordless.refused) })
  }
  const { body, headers, query, signal } = options
  const isForm = body instanceof FormData
  const late = AbortSignal.timeout(options.patience ?? patienceOf[isForm ? 'form' : 'json'])
  try {
    const response = await fetch(address(path, query), {
      method,
      credentials: 'same-origin',
      headers: {
        Accept: 'application/json',
        ...commonHeaders(),
        ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
      signal: signal === undefined ? late : AbortSignal.any([signal, late]),
    })
    return { response, content: await read(response) }
  } catch (cause) {
    // Who called it off knows why; whatever else went wrong, no answer came.
    if (signal?.aborted === true) throw cause
    connection.report(false)
    throw new ApiError(0, { code: 'server_unreachable', detail: unreachableText() })
  }
}

/** Whether nobody answered, or a proxy did for a server that is away. */
export const isAway = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 0 || awayStatuses.has(error.status))

/** What nobody answered is told in our own words; the browser's are for programmers. */
const unreachableText = (): string => said(unreachable)
const said = (text: Label): string => text[negotiateLanguage(document.documentElement.lang)]

/** An answer that is not of the shape that its route promises. */
export const unreadable = (): ApiError =>
  new ApiError(0, { code: 'answer_unreadable', detail: unreachableText() })

function parsed(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw unreadable()
  }
}

function problemOf(status: number, text: string): Record<string, unknown> {
  try {
    const problem: unknown = JSON.parse(text)
    if (typeof problem === 'object' && problem !== null) return { ...problem }
  } catch {
    // A proxy's page is not for reading.
  }
  if (awayStatuses.has(status)) return { code: 'server_unreachable', detail: unreachableText() }
  return { detail: said(status === 413 ? wordless.tooLarge : wordless.refused) }
}
