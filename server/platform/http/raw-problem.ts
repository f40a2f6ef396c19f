import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { AppError, type ErrorCode, toProblem } from '#shared/errors.ts'
import { problemType } from './problems.ts'

const codeOfParserError: Record<string, ErrorCode> = {
  HPE_HEADER_OVERFLOW: 'headers_too_large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request_too_slow',
}

/** The answer to something that is no HTTP request, or none in time: there is no reply object for it. Ends the connection. */
export function refuseConnection(
  error: NodeJS.ErrnoException,
  socket: Pick<Socket, 'writable' | 'write' | 'destroy' | 'destroySoon'>,
  headers: ReadonlyMap<string, string>,
): void {
  if (!socket.writable || error.code === 'ECONNRESET') {
    socket.destroy()
    return
  }
  const code = codeOfParserError[error.code ?? ''] ?? 'bad_request'
  const problem = toProblem(new AppError(code, { reason: error.message }), 'en')
  const body = JSON.stringify(problem)
  socket.write(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      ...[...headers].map(([name, value]) => `${name}: ${value}`),
      `content-type: ${problemType}`,
      `content-length: ${Buffer.byteLength(body)}`,
      'connection: close',
      '',
      body,
    ].join('\r\n'),
  )
  // Who does not read must not hold the connection open.
  socket.destroySoon()
}
