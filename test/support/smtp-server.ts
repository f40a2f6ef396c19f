import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

interface ReceivedMail {
  readonly from: string
  readonly to: readonly string[]
  /** Who signed in. */
  readonly user: string | undefined
  /** Headers and body as they came. */
  readonly data: string
}

export interface SmtpServer {
  readonly port: number
  readonly mails: readonly ReceivedMail[]
  stop(): Promise<void>
}

const addressIn = (line: string): string => /<([^>]*)>/.exec(line)?.[1] ?? ''

/** Speaks as much of SMTP as a sender needs. @param refuse an answer to every receiver, such as `550 nobody` */
export async function startSmtpServer({ refuse }: { readonly refuse?: string } = {}): Promise<SmtpServer> {
  const mails: ReceivedMail[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket)).on('error', () => {})
    const say = (line: string): void => void socket.write(`${line}\r\n`)
    let [from, to, user, data]: [string, string[], string | undefined, string[] | undefined] = [
      '',
      [],
      undefined,
      undefined,
    ]
    const answer = (line: string): string => {
      const verb = line.slice(0, 4).toUpperCase()
      if (verb === 'EHLO') return '250-local\r\n250-8BITMIME\r\n250 AUTH PLAIN'
      if (verb === 'AUTH') {
        const given = Buffer.from(line.split(' ')[2] ?? '', 'base64')
        user = given.toString().split('\0')[1]
        return '235 welcome'
      }
      if (verb === 'RCPT' && refuse !== undefined) return refuse
      if (verb === 'MAIL') from = addressIn(line)
      if (verb === 'RCPT') to.push(addressIn(line))
      if (verb === 'DATA') data = []
      return verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 ok'
    }
    const hear = (line: string): void => {
      if (data === undefined) say(answer(line))
      else if (line !== '.') data.push(line.replace(/^\./, ''))
      else {
        mails.push({ from, to, user, data: data.join('\r\n') })
        ;[to, data] = [[], undefined]
        say('250 taken')
      }
    }
    let rest = ''
    socket.setEncoding('utf8').on('data', (text) => {
      const lines = (rest + String(text)).split('\r\n')
      rest = lines.pop()!
      for (const line of lines) hear(line)
    })
    say('220 local')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  return {
    port: address !== null && typeof address === 'object' ? address.port : 0,
    mails,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
