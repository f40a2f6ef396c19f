import { expect } from 'vitest'
import type { Client } from './server.ts'

/** Uploads a text. @returns the file's id */
export async function upload(client: Client, content: string): Promise<string> {
  const payload = [
    '--kith-boundary',
    'content-disposition: form-data; name="file"; filename="note.txt"',
    'content-type: text/plain',
    '',
    content,
    '--kith-boundary--',
    '',
  ].join('\r\n')
  const type = { 'content-type': 'multipart/form-data; boundary=kith-boundary' }
  const answer = await client.post('/files', payload, type)
  expect(answer.status, answer.text).toBe(201)
  return answer.record.id
}
