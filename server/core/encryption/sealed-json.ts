import { randomUUID } from 'node:crypto'
import type { DataKeys, Workspace } from '#server/core/workspaces/workspace.ts'
import { masked } from '#shared/access/mask.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { UnknownKey } from './data-keys.ts'

/**
 * What a sealed value begins with in the JSON that PostgreSQL builds. Made anew by each process and told to nobody, so that no text
 * that people write is taken for one.
 */
const mark = `sealed-${randomUUID()}`
const pattern = new RegExp(
  `"${mark}:(m?):([a-z0-9_]+)\\.([a-z0-9_]+)\\.([0-9a-f-]{36}):([0-9]+\\.[A-Za-z0-9_-]+)"`,
  'g',
)

/** SQL: an encrypted field of the row `alias` as a text that `openJson` puts the value in place of. */
export const sealedSql = (field: Field, object: CatalogueObject, alias: string): string =>
  `'${mark}:${field.masked === true ? 'm' : ''}:${object.key}.${field.key}.' || ${alias}.id || ':' || ${alias}."${field.column}"`

/** Puts the values in place of what is sealed in a JSON text that PostgreSQL built. */
export function openJson(workspace: Workspace, json: string): string | Promise<string> {
  if (!json.includes(mark)) return json
  return withKeys(workspace, (keys) =>
    json.replace(
      pattern,
      (_, outline: string, object: string, field: string, record: string, sealed: string) => {
        const text = keys().open(sealed, { object, field, record })
        return outline === '' ? text : JSON.stringify(masked(String(JSON.parse(text))))
      },
    ),
  )
}

/** Does the work anew where it meets a key that another process made since this one read them. */
export async function withKeys<T>(workspace: Workspace, work: (keys: () => DataKeys) => T): Promise<T> {
  try {
    return work(() => workspace.keys())
  } catch (error) {
    if (!(error instanceof UnknownKey)) throw error
    await workspace.refresh()
    return work(() => workspace.keys())
  }
}

/** Whether a workspace needs keys. */
export const hasEncrypted = (catalogue: Catalogue): boolean =>
  catalogue.objects.some(({ fields }) => fields.some(({ encrypted }) => encrypted === true))
