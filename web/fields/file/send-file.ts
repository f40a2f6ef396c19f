import { ApiError, address } from '#web/data/index.ts'
import { commonHeaders } from '#web/data/request.ts'

/**
 * Sends a file and tells how much of it has gone (0…1): `fetch` cannot.
 * @returns its id
 * @throws ApiError where the server refuses it or does not answer
 */
export function sendFile(
  file: File,
  onProgress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  const sending = new XMLHttpRequest()
  sending.open('POST', address('/files'))
  sending.responseType = 'json'
  for (const [name, value] of Object.entries(commonHeaders())) sending.setRequestHeader(name, value)
  sending.upload.onprogress = (event) => event.lengthComputable && onProgress(event.loaded / event.total)
  sending.onload = () => {
    const answer: unknown = sending.response
    const id = idOf(answer)
    if (id !== undefined && sending.status < 300) resolve(id)
    else reject(new ApiError(sending.status, isObject(answer) ? answer : {}))
  }
  sending.onerror = () => reject(new ApiError(0, { code: 'server_unreachable' }))
  signal.addEventListener('abort', () => {
    sending.abort()
    reject(signal.reason)
  })
  const form = new FormData()
  form.append('file', file)
  sending.send(form)
  return promise
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

function idOf(answer: unknown): string | undefined {
  if (!isObject(answer)) return undefined
  const { data, id } = answer
  const found = isObject(data) ? data.id : id
  return typeof found === 'string' ? found : undefined
}
