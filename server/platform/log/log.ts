import { type DestinationStream, type Logger, pino } from 'pino'
import type { LogLevel } from '#server/platform/config/index.ts'
import { errorSummary } from './error-summary.ts'
import { readableStream } from './readable-stream.ts'

export type Log = Logger

const secretNames = [
  'password',
  'passwd',
  'secret',
  'token',
  'apiKey',
  'authorization',
  'cookie',
  'set-cookie',
]

/**
 * Structured log lines: JSON, or one readable line each where a person watches a terminal.
 * Whatever is named like a secret is left out, two levels deep.
 */
export function createLog(
  level: LogLevel,
  destination: DestinationStream = process.stdout.isTTY
    ? readableStream(process.stdout)
    : pino.destination(1),
): Log {
  const paths = secretNames.flatMap((name) => [`["${name}"]`, `*["${name}"]`, `*.*["${name}"]`])
  return pino(
    { level, base: null, redact: { paths, censor: '[redacted]' }, serializers: { err: errorSummary } },
    destination,
  )
}
