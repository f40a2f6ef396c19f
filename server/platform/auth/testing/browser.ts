import type { FastifyInstance } from 'fastify'
import type { ApiKey } from '../api-keys.ts'
import type { Member } from '../memberships.ts'
import type { GrantDocument } from '../routes/hooks.ts'
import type { SessionDocument } from '../routes/session-document.ts'

/** The members of all answers together; a test reads those that its route gives. */
interface AnswerBody extends SessionDocument, Member, ApiKey {
  readonly code: string
  readonly detail: string
  readonly errors?: readonly { readonly path: string }[]
  readonly retryAfter: number
  readonly complete: boolean
  readonly workspaceId: string
  readonly key: string
  readonly data: readonly (Member & Partial<ApiKey & Omit<GrantDocument, 'role'>>)[]
}

export interface Answer {
  readonly status: number
  readonly body: AnswerBody
  readonly cookies: readonly string[]
}

/** A browser on a page of Kith: keeps the session cookie, names its origin. */
export interface Browser {
  cookie: string | undefined
  get(path: string): Promise<Answer>
  post(path: string, payload?: object, headers?: Record<string, string>): Promise<Answer>
  patch(path: string, payload: object): Promise<Answer>
  delete(path: string): Promise<Answer>
}

export function openBrowser(app: FastifyInstance): Browser {
  const send = async (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    payload?: object,
    headers: Record<string, string> = {},
  ): Promise<Answer> => {
    const response = await app.inject({
      method,
      url: `/api/v1/auth/${path}`,
      headers: {
        'sec-fetch-site': 'same-origin',
        ...(browser.cookie !== undefined && { cookie: browser.cookie }),
        ...headers,
      },
      ...(payload && { payload }),
    })
    const cookies = [response.headers['set-cookie'] ?? []].flat()
    for (const line of cookies) {
      const pair = line.split(';', 1)[0] ?? ''
      if (/^(__Secure-)?kith\.session_token=/.test(pair))
        browser.cookie = pair.endsWith('=') ? undefined : pair
    }
    return { status: response.statusCode, body: JSON.parse(response.body || '{}'), cookies }
  }
  const browser: Browser = {
    cookie: undefined,
    get: (path) => send('GET', path),
    post: (path, payload, headers) => send('POST', path, payload, headers),
    patch: (path, payload) => send('PATCH', path, payload),
    delete: (path) => send('DELETE', path),
  }
  return browser
}

export const firstRun = {
  workspaceName: '三叶草',
  language: 'zh-CN',
  timeZone: 'Asia/Shanghai',
  currency: 'CNY',
  name: '王芳',
  email: 'Wang.Fang@Example.com',
  password: 'correct horse',
}
