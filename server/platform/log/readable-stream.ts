import type { DestinationStream } from 'pino'

const colours: Record<number, string> = { 10: '90', 20: '90', 30: '36', 40: '33', 50: '31', 60: '35' }
const names: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
}

/** Turns the log's JSON lines into lines that a person reads: time, level, message, then the rest. */
export function readableStream(out: { write(text: string): unknown }): DestinationStream {
  return {
    write: (line) => {
      const { level, time, msg, err, ...rest } = JSON.parse(line)
      const clock = new Date(time).toTimeString().slice(0, 8)
      const members = Object.entries(rest).map(([name, value]) => `${name}=${inline(value)}`)
      const head = `\u001b[90m${clock}\u001b[0m \u001b[${colours[level]}m${names[level]}\u001b[0m ${msg ?? ''}`
      const stack = err?.stack === undefined ? '' : `\n${err.stack}`
      out.write(`${[head, ...members.map((text) => `\u001b[90m${text}\u001b[0m`)].join(' ')}${stack}\n`)
    },
  }
}

const inline = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
