import { expect } from 'vitest'
import type { Answer, TestServer } from '#test/support/server.ts'

export interface Expected {
  /** 400 unless told otherwise. */
  readonly status?: number
  readonly code: string
  readonly path?: string
}

export const invalid = (path: string, code: string): Expected => ({ code, path })

/** A company that no refused request may touch, and what a refusal must be. */
export interface Refusals {
  readonly id: string
  /** What stands now is what a refusal has to leave behind. */
  begin(): Promise<void>
  /** Refused with a problem that names code and place; nothing written, nothing logged. */
  expect(answer: Answer, expected: Expected): Promise<void>
  /** Nothing was written or logged since `begin`, and the server answers. */
  expectUntouched(): Promise<void>
}

export async function watchRefusals(server: TestServer): Promise<Refusals> {
  const { id } = (await server.key.post('/records/company', { name: 'Acme', code: 'A-1' })).record
  let changes = 0
  const expectUntouched = async (): Promise<void> => {
    expect(server.logged).toEqual([])
    expect(await server.countChanges()).toBe(changes)
    expect((await server.key.get(`/records/company/${id}`)).record.version).toBe(1)
  }
  return {
    id,
    expectUntouched,
    async begin() {
      server.logged.length = 0
      changes = await server.countChanges()
    },
    async expect({ status, headers, body }, { status: wanted = 400, code, path }) {
      expect({ status, code: body.code, path: body.errors?.[0]?.path }).toEqual({
        status: wanted,
        code,
        path,
      })
      expect(headers['content-type']).toBe('application/problem+json; charset=utf-8')
      expect(body.detail).not.toMatch(/\{\w+\}|undefined|\[object/)
      await expectUntouched()
    },
  }
}
