import type { Context } from '#server/core/context.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'

/**
 * The seam through which both doors pass. What a person may do is asked here and nowhere else: `permit` before a verb,
 * `visibleRows` as a part of every statement that reads or changes rows.
 */
type Verb = 'read' | 'create' | 'update' | 'delete'

/** Objects whose records are the engine's: made by it, read by all. */
const keptByEngine: ReadonlySet<string> = new Set(['actor', 'file'])
/** Objects that decide what people may do, or what everybody's figures mean. */
const keptByAdministrators: ReadonlySet<string> = new Set(['user', 'team', 'pipeline', 'stage'])

/** @throws AppError `not_permitted` */
export function permit(cx: Context, verb: Verb, object: CatalogueObject): void {
  if (cx.source === 'system') return
  if (verb === 'read') {
    if (!mayRead(cx, object)) throw new AppError('not_permitted')
    return
  }
  if (keptByEngine.has(object.key)) throw new AppError('not_permitted')
  if (keptByAdministrators.has(object.key) && cx.actor.role !== 'admin') throw new AppError('not_permitted')
}

/** Whether an object's records may be read at all. */
export function mayRead(_cx: Context, _object: CatalogueObject): boolean {
  return true
}

/**
 * SQL that rows must meet to be there for this person at all, `alias` being the row's; undefined where every member sees
 * every row.
 */
export function visibleRows(_cx: Context, _object: CatalogueObject, _alias: string): string | undefined {
  return undefined
}

/** Taking many rows out as a file: whoever may read them may. @throws AppError `not_permitted` */
export function permitExport(cx: Context, object: CatalogueObject): void {
  permit(cx, 'read', object)
}
