import { request } from './request.ts'

/** A file that the server keeps. */
interface Uploaded {
  readonly id: string
  readonly name: string
  readonly contentType: string
}

/** @throws ApiError where the file is too large or of a kind that is not taken */
export async function uploadFile(file: File): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', file)
  const { data } = await request<{ data?: { id: string }; id?: string }>('POST', '/files', { body: form })
  return { id: data.data?.id ?? data.id ?? '', name: file.name, contentType: file.type }
}
