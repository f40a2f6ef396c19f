export interface Answer {
  readonly status: number
  readonly type: string
  readonly text: string
}

/** Asks one server below `/api/v1`, as the holder of a key. A lost connection is an error, any answer is none. */
export interface Caller {
  readonly address: string
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>
}

export const callerAt = (address: string, own: Readonly<Record<string, string>>): Caller => ({
  address,
  async send(method, path, body, headers = {}) {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...own, ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(20_000),
    })
    return {
      status: answer.status,
      type: answer.headers.get('content-type') ?? '',
      text: await answer.text(),
    }
  },
})

export const keyHeaders = (key: string) => ({ authorization: `Bearer ${key}` })

export const founder = { name: '王芳', email: 'wang.fang@example.com', password: 'correct horse' }

/** The first run: a workspace with one administrator, whose session and key these are. */
export async function firstRun(address: string): Promise<{ cookie: string; key: string }> {
  const answer = await fetch(`${address}/api/v1/auth/first-run`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...founder,
      workspaceName: 'Acme',
      language: 'en',
      timeZone: 'Asia/Shanghai',
      currency: 'CNY',
    }),
  })
  const cookie = cookieOf(answer)
  if (!answer.ok) throw new Error(await answer.text())
  const made = await callerAt(address, sessionHeaders(cookie)).send('POST', '/auth/keys', { name: 'Test' })
  const { key }: { key: string } = JSON.parse(made.text)
  return { cookie, key }
}

export const sessionHeaders = (cookie: string) => ({ 'sec-fetch-site': 'same-origin', cookie })

export const cookieOf = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ')

interface Change {
  readonly seq: number
  readonly recordId: string
  readonly object: string
  readonly action: string
  readonly version: number
}
interface ChangePage {
  readonly data: readonly Change[]
  readonly nextCursor: string
  readonly hasMore: boolean
}

/** One page of the change log behind a cursor. */
export async function changesPage(caller: Caller, since: string, limit: number): Promise<ChangePage> {
  const { status, text } = await caller.send('GET', `/changes?since=${since}&limit=${limit}`)
  if (status !== 200) throw new Error(text)
  return JSON.parse(text)
}

/** Everything of the change log behind a cursor, and the cursor behind that. */
export async function changesSince(caller: Caller, since: string, limit: number) {
  const entries: Change[] = []
  for (let cursor = since; ; ) {
    const page = await changesPage(caller, cursor, limit)
    entries.push(...page.data)
    cursor = page.nextCursor
    if (!page.hasMore) return { entries, cursor }
  }
}

/** Every record of an object. */
export async function allRecords(caller: Caller, object: string, fields: string) {
  const records: { id: string; name: string; version: number }[] = []
  let cursor = ''
  do {
    const { status, text } = await caller.send(
      'GET',
      `/records/${object}?limit=1000&fields=${fields}${cursor === '' ? '' : `&cursor=${cursor}`}`,
    )
    if (status !== 200) throw new Error(text)
    const page: { data: typeof records; nextCursor: string | null } = JSON.parse(text)
    records.push(...page.data)
    cursor = page.nextCursor ?? ''
  } while (cursor !== '')
  return records
}
