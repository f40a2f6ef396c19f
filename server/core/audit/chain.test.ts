import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { auditFormat, canonicalJson, genesis, lineOf, sealOf } from './chain.ts'
import { verifyCopy } from './verify-copy.ts'

function smallCopy(entries: number): Buffer {
  const lines = [
    JSON.stringify({ format: auditFormat, workspace: { id: 'w', name: '知客' }, at: '2026-11-20T00:00:00Z' }),
  ]
  let last = genesis
  for (let number = 1; number <= entries; number++) {
    const entry = {
      ...{
        number,
        id: `01900000-0000-7000-8000-00000000000${number}`,
        at: `2026-11-20T06:30:00.00000${number}Z`,
      },
      ...{ kind: 'exported', outcome: 'done', actor: null, userId: null, name: '林知夏', source: 'web' },
      ...{ address: '203.0.113.7', userAgent: null, object: 'company', record: null, count: number },
      details: { filter: '行业 = “制造业”', fields: ['name', 'phone'] },
    }
    last = sealOf(last, entry)
    lines.push(lineOf(entry, last))
  }
  const text = `${lines.join('\n')}\n`
  const sha256 = createHash('sha256').update(text).digest('hex')
  return Buffer.from(`${text}${JSON.stringify({ entries, last, sha256 })}\n`)
}

const check = (bytes: Uint8Array, piece = bytes.length) =>
  verifyCopy(
    (async function* () {
      for (let from = 0; from < bytes.length; from += piece) yield bytes.subarray(from, from + piece)
    })(),
  )

test('a copy holds, in pieces of any size', async () => {
  const whole = smallCopy(5)
  for (const piece of [1, 7, 64, whole.length]) {
    const report = await check(whole, piece)
    expect(report.problem).toBeUndefined()
    expect(report.entries).toBe(5)
  }
})

test('any changed byte is found, and the entry that it is in is named', async () => {
  const whole = smallCopy(4)
  let line = 0
  for (const [place, byte] of whole.entries()) {
    for (const bit of [0, 3, 5]) {
      const changed = Buffer.from(whole)
      changed[place] = byte ^ (1 << bit)
      const { problem } = await check(changed)
      expect(problem, `byte ${place}`).toBeDefined()
      // The head and the end are no entries; where a line ends, two are one.
      if (line >= 1 && line <= 4 && byte !== 0x0a && changed[place] !== 0x0a)
        expect(problem).toMatch(new RegExp(`entry ${line}\\b`))
    }
    if (byte === 0x0a) line += 1
  }
})

test('any missing or added byte is found', async () => {
  const whole = smallCopy(3)
  for (const place of whole.keys()) {
    const missing = Buffer.concat([whole.subarray(0, place), whole.subarray(place + 1)])
    const added = Buffer.concat([whole.subarray(0, place), Buffer.from(' '), whole.subarray(place)])
    for (const changed of [missing, added])
      expect((await check(changed)).problem, `byte ${place}`).toBeDefined()
  }
})

test('equal values have equal text, whatever the order of their members', () => {
  expect(canonicalJson({ b: [1, { d: null, c: '\0\ud800' }], a: undefined })).toBe(
    '{"b":[1,{"c":"��","d":null}]}',
  )
})
