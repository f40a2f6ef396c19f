import type { Pool } from 'pg'
import type { Language } from '#shared/language.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'

/** A workspace as this process knows it: one schema, its roles' pools, its metadata and settings as of now. */
export interface Workspace {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Unquoted schema name, `w_…`; only letters, digits and underscores, so it stands in SQL as it is. */
  readonly schema: string
  /** Connections logged in as the workspace's own role: DML in its schema and nothing else. */
  readonly pool: Pool
  /** Likewise, always planning for the values at hand: lists, counts, aggregates. */
  readonly queryPool: Pool
  /** The newest metadata this process knows; replaced, never changed. */
  catalogue(): Catalogue
  settings(): WorkspaceSettings
  /** Reads metadata and settings anew when the database's version is newer; resolves to the catalogue. */
  refresh(): Promise<Catalogue>
  readonly language: Language
}
