import type { Context } from '#server/core/context.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import { catalogueFor } from './access.ts'

/** A catalogue as who asks may know it. */
export const seenOf = (
  { access, source }: Pick<Context, 'access' | 'source'>,
  catalogue: Catalogue,
): Catalogue => (source === 'system' ? catalogue : catalogueFor(access.permissions, catalogue))

/**
 * The metadata as who asks may know them. What reads or names records for somebody goes by these; the whole catalogue is
 * for what the engine itself keeps up: required fields, defaults, steps, tables.
 */
export const catalogueOf = (cx: Pick<Context, 'access' | 'source' | 'workspace'>): Catalogue =>
  seenOf(cx, cx.workspace.catalogue())
