import { buildCatalogue, type Catalogue } from '#shared/metadata/catalogue.ts'
import type { StoredObject } from '#shared/metadata/definition.ts'
import { request } from './request.ts'

/** All objects of the workspace; the version of the metadata comes as the ETag (`"42"`). */
export async function loadCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  const { data, etag } = await request<{ data: readonly StoredObject[] }>('GET', '/objects', { signal })
  return buildCatalogue(Number(/\d+/.exec(etag ?? '')?.[0] ?? 0), data.data)
}
