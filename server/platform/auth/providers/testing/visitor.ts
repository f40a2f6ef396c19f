import type { FastifyInstance } from 'fastify'

/** What a server answered: status, where it leads, its body. */
export interface Step {
  readonly status: number
  readonly location: string
  readonly text: string
}

/** Where tests serve Kith: `KITH_URL` of it. */
export const kithUrl = 'http://localhost'

/** A browser that goes to providers and comes back: keeps cookies by server, follows what it is told to. */
export class Visitor {
  readonly cookies = new Map<string, string>()
  private readonly abroad = new Map<string, string>()
  private readonly app: FastifyInstance

  constructor(app: FastifyInstance) {
    this.app = app
  }

  /** Asks Kith. */
  async ask(method: 'GET' | 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object): Promise<Step> {
    return this.send(method, `/api/v1/auth/${path}`, payload, { 'sec-fetch-site': 'same-origin' })
  }

  /** Posts a form to Kith from another site's page: cookies of SameSite=Lax stay behind. */
  async postForm(path: string, form: Readonly<Record<string, string>> | string): Promise<Step> {
    const payload = typeof form === 'string' ? form : new URLSearchParams(form).toString()
    return this.send(
      'POST',
      path,
      payload,
      {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'cross-site',
        origin: 'https://idp.example',
      },
      false,
    )
  }

  /** Comes to an address of Kith, as a link or a redirect of another site leads there. */
  async come(address: string): Promise<Step> {
    const { pathname, search } = new URL(address, kithUrl)
    return this.send('GET', `${pathname}${search}`, undefined, { 'sec-fetch-site': 'cross-site' })
  }

  /** The address to which `POST …/begin` sends. */
  async begin(providerId: string, body: object = {}): Promise<string> {
    const { status, text } = await this.ask('POST', `providers/${providerId}/begin`, body)
    if (status !== 200) throw new Error(`${status} ${text}`)
    return (JSON.parse(text) as { data: { address: string } }).data.address
  }

  /** Follows redirects between pages of the provider. @returns the first address of Kith that they lead to */
  async follow(address: string): Promise<string> {
    let at = address
    for (let left = 12; left > 0 && !at.startsWith(kithUrl); left -= 1) {
      const cookie = [...this.abroad].map(([name, value]) => `${name}=${value}`).join('; ')
      const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
      keep(this.abroad, answer.headers.getSetCookie())
      const location = answer.headers.get('location')
      if (location === null) throw new Error(`${at} stays: ${answer.status} ${await answer.text()}`)
      at = new URL(location, at).href
    }
    return at
  }

  /** All of it: there, back, and where Kith leads then. */
  async signIn(providerId: string, body: object = {}): Promise<Step> {
    return this.come(await this.follow(await this.begin(providerId, body)))
  }

  /** Whoever is signed in by now. */
  async session(): Promise<Readonly<Record<string, never>> | undefined> {
    const { status, text } = await this.ask('GET', 'session')
    return status === 200 ? JSON.parse(text) : undefined
  }

  private async send(
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    url: string,
    payload: object | string | undefined,
    headers: Record<string, string>,
    withCookies = true,
  ): Promise<Step> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await this.app.inject({
      method,
      url,
      headers: { host: 'localhost', ...headers, ...(withCookies && cookie !== '' && { cookie }) },
      ...(payload !== undefined && { payload }),
    })
    keep(this.cookies, [answer.headers['set-cookie'] ?? []].flat())
    return {
      status: answer.statusCode,
      location: String(answer.headers.location ?? ''),
      text: answer.body,
    }
  }
}

function keep(jar: Map<string, string>, lines: readonly string[]): void {
  for (const line of lines) {
    const [pair = '', ...attributes] = line.split(';')
    const [name = '', ...value] = pair.trim().split('=')
    const gone = attributes.some((text) => /^\s*max-age=0$/i.test(text) || /1970/.test(text))
    if (gone || value.join('=') === '') jar.delete(name)
    else jar.set(name, value.join('='))
  }
}
