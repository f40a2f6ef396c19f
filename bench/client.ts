import { connect, type Socket } from 'node:net'

export interface Answer {
  readonly status: number
  readonly body: Buffer
}

const headEnd = Buffer.from('\r\n\r\n')

/**
 * One keep-alive connection that carries one request at a time. It knows only answers with a Content-Length, which both
 * servers send, so that the load takes little of the machine that it measures.
 */
export class Connection {
  readonly #socket: Socket
  #received: Buffer[] = []
  #length = 0
  #expected = Number.POSITIVE_INFINITY
  #bodyAt = 0
  #status = 0
  #settle: ((answer: Answer) => void) | undefined
  #fail: ((error: Error) => void) | undefined

  constructor(port: number) {
    this.#socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.#socket.on('data', (chunk: Buffer) => this.#receive(chunk))
    this.#socket.on('error', (error) => this.#fail?.(error))
    this.#socket.on('close', () => this.#fail?.(new Error('the server closed the connection')))
  }

  send(request: string): Promise<Answer> {
    return new Promise((settle, fail) => {
      this.#settle = settle
      this.#fail = fail
      this.#socket.write(request)
    })
  }

  close(): void {
    this.#fail = undefined
    this.#socket.destroy()
  }

  #receive(chunk: Buffer): void {
    this.#received.push(chunk)
    this.#length += chunk.length
    if (this.#expected === Number.POSITIVE_INFINITY) this.#readHead()
    if (this.#length < this.#expected) return
    const whole = this.#received.length === 1 ? chunk : Buffer.concat(this.#received)
    const settle = this.#settle
    const answer = { status: this.#status, body: whole.subarray(this.#bodyAt) }
    this.#received = []
    this.#length = 0
    this.#expected = Number.POSITIVE_INFINITY
    this.#fail = undefined
    settle?.(answer)
  }

  #readHead(): void {
    if (this.#received.length > 1) this.#received = [Buffer.concat(this.#received)]
    const [whole] = this.#received
    const end = whole?.indexOf(headEnd) ?? -1
    if (whole === undefined || end < 0) return
    const head = whole.toString('latin1', 0, end)
    const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1]
    if (length === undefined) throw new Error(`An answer without Content-Length:\n${head}`)
    this.#status = Number(head.slice(9, 12))
    this.#bodyAt = end + headEnd.length
    this.#expected = this.#bodyAt + Number(length)
  }
}

/** The text of a request; `headers` are whole lines. */
export function requestText(
  method: string,
  path: string,
  headers: readonly string[] = [],
  body?: string,
): string {
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: 127.0.0.1', ...headers]
  if (body === undefined) return `${lines.join('\r\n')}\r\n\r\n`
  lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`)
  return `${lines.join('\r\n')}\r\n\r\n${body}`
}

/** @throws Error with the answer where it is no success */
export async function ask(connection: Connection, request: string): Promise<Buffer> {
  const { status, body } = await connection.send(request)
  if (status < 200 || status > 299)
    throw new Error(
      `${request.split('\r\n', 1)[0]?.slice(0, 200)}\n${status} ${body.toString().slice(0, 2000)}`,
    )
  return body
}
