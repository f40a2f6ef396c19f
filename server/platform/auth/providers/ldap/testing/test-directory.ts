import { createServer, type Socket } from 'node:net'
import { createServer as createSecureServer, TLSSocket } from 'node:tls'
import { BerReader } from 'ldapts'
import type { SelfSigned } from '#test/support/certificate.ts'
import { entryMessage, readFilter, resultMessage } from './messages.ts'

/** For tests: an entry, with its password where somebody may bind as it. */
export interface TestEntry {
  readonly dn: string
  readonly password?: string
  readonly attributes: Readonly<Record<string, readonly string[]>>
}

/** For tests: a directory that binds, searches by simple filters and turns safe when asked; it knows no pages. */
export interface TestDirectory {
  readonly port: number
  readonly filters: string[]
  readonly binds: string[]
  stop(): Promise<void>
}

export async function startTestDirectory(
  entries: readonly TestEntry[],
  certificate: SelfSigned,
  { secure }: { readonly secure: boolean },
): Promise<TestDirectory> {
  const filters: string[] = []
  const binds: string[] = []
  const open = new Set<Socket>()
  const serve = (socket: Socket): void => {
    open.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data: Buffer) => {
      const message = new BerReader(data)
      message.readSequence()
      const id = message.readInt() ?? 0
      const kind = message.peek()
      if (kind === 0x42) {
        socket.end()
        return
      }
      message.readSequence()
      if (kind === 0x60) {
        message.readInt()
        const dn = message.readString() ?? ''
        const password = message.readString(0x80) ?? ''
        binds.push(dn)
        const right = entries.some((entry) => entry.dn === dn && entry.password === password)
        // As servers do: without a password it is nobody who binds, and that goes well.
        socket.write(resultMessage(id, 0x61, right || password === '' ? 0 : 49))
      } else if (kind === 0x77) {
        socket.write(resultMessage(id, 0x78, 0))
        socket.removeAllListeners('data')
        serve(new TLSSocket(socket, { isServer: true, ...certificate }))
      } else if (kind === 0x63) {
        const base = message.readString() ?? ''
        // Scope, aliases, limits of size and time, types alone.
        for (const _ of ['scope', 'aliases']) message.readEnumeration()
        for (const _ of ['size', 'time']) message.readInt()
        message.readBoolean()
        const filter = readFilter(message)
        filters.push(filter.text)
        for (const entry of entries)
          if (entry.dn.endsWith(base) && filter.matches(entry)) socket.write(entryMessage(id, entry))
        socket.write(resultMessage(id, 0x65, 0))
      }
    })
  }
  const server = secure ? createSecureServer({ ...certificate }, serve) : createServer(serve)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    filters,
    binds,
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
