import { expect, test } from 'vitest'
import { createLog } from './log.ts'
import { readableStream } from './readable-stream.ts'

function collect() {
  const lines: string[] = []
  return { lines, write: (line: string) => void lines.push(line) }
}

test('what is named like a secret stays out, two levels deep', () => {
  const out = collect()
  const headers = { authorization: 'Bearer k-123', cookie: 's=k-123', accept: 'text/html' }
  createLog('info', out).info(
    { password: 'k-123', request: { headers }, account: { apiKey: 'k-123' } },
    'signed in',
  )
  expect(out.lines[0]).not.toContain('k-123')
  expect(JSON.parse(out.lines[0] ?? '')).toMatchObject({
    msg: 'signed in',
    request: { headers: { accept: 'text/html' } },
  })
})

test('of an error only its own words and stack are logged, and those of its causes', () => {
  const out = collect()
  const inner = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (mobile)=(13800138000) already exists.',
    client: { secretKey: 4711 },
  })
  createLog('info', out).error({ err: new Error('could not write', { cause: inner }) }, 'failed')
  expect(out.lines[0]).not.toMatch(/13800138000|4711/)
  expect(JSON.parse(out.lines[0] ?? '').err).toMatchObject({
    message: 'could not write',
    cause: { message: 'duplicate key', code: '23505' },
  })
})

test('a person gets one readable line', () => {
  const out = collect()
  createLog('info', readableStream(out)).warn({ rows: 3, file: '客户.csv' }, 'skipped')
  expect(out.lines.join('')).toMatch(/\d\d:\d\d:\d\d.*warn.*skipped.*rows=3.*file=客户\.csv/)
})
