import { buildCatalogue, type Catalogue } from '#shared/metadata/catalogue.ts'
import type { StoredObject } from '#shared/metadata/definition.ts'
import { request, unreadable } from './request.ts'

/** A catalogue as it came, from which it is built again. */
interface Told {
  readonly version: number
  readonly objects: readonly StoredObject[]
}

const told = new WeakMap<Catalogue, Told>()

/** All objects of the workspace; the version of the metadata comes as the ETag (`"42"`). */
export async function loadCatalogue(signal?: AbortSignal): Promise<Catalogue> {
  const { data, etag } = await request<{ data: readonly StoredObject[] }>('GET', '/objects', { signal })
  if (!Array.isArray(data?.data)) throw unreadable()
  return catalogueOf({ version: Number(/\d+/.exec(etag ?? '')?.[0] ?? 0), objects: data.data })
}

/** A catalogue holds functions, which no store takes: what it was built from is kept in its place. */
export const toldOf = (catalogue: Catalogue): Told | undefined => told.get(catalogue)

export function catalogueOf(from: Told): Catalogue {
  const catalogue = buildCatalogue(from.version, from.objects)
  told.set(catalogue, from)
  return catalogue
}
