import type { Client, PoolClient, QueryConfig, QueryResult, QueryResultRow } from 'pg'
import type { Language } from '#shared/language.ts'
import type { Catalogue } from '#shared/metadata/catalogue.ts'
import type { WorkspaceSettings } from '#shared/metadata/settings.ts'

/** The part of a pg.Pool that the doors use. A pool behind it may be closed and opened again between two calls. */
export interface Connections {
  /** Give it back with `release()`. */
  connect(): Promise<PoolClient>
  query<Row extends QueryResultRow>(statement: QueryConfig): Promise<QueryResult<Row>>
}

/** Where a sealed value is kept: keys of the object and the field, id of the record. */
export interface SealedPlace {
  readonly object: string
  readonly field: string
  readonly record: string
}

/** Seals and opens the values of encrypted fields. */
export interface DataKeys {
  seal(text: string, place: SealedPlace): string
  /** @throws Error where it was changed or belongs elsewhere */
  open(sealed: string, place: SealedPlace): string
  /** A keyed digest, equal for equal texts of one field. */
  digest(text: string, place: Omit<SealedPlace, 'record'>): string
  /** Id of the key that seals; what is sealed begins with it and a dot. */
  readonly current: number
}

/** A workspace as this process knows it: one schema, its roles' pools, its metadata and settings as of now. */
export interface Workspace {
  readonly id: string
  readonly slug: string
  readonly name: string
  /** Unquoted schema name, `w_…`; only letters, digits and underscores, so it stands in SQL as it is. */
  readonly schema: string
  /** Connections logged in as the workspace's own role: DML in its schema and nothing else. */
  readonly pool: Connections
  /** Likewise, always planning for the values at hand: lists, counts, aggregates. */
  readonly queryPool: Connections
  /** The newest metadata this process knows; replaced, never changed. */
  catalogue(): Catalogue
  settings(): WorkspaceSettings
  /** The keys of its encrypted fields. @throws AppError `encryption_keys_missing` where this server cannot unwrap them */
  keys(): DataKeys
  /** Reads metadata and settings anew when the database's version is another; resolves to the catalogue. */
  refresh(): Promise<Catalogue>
  readonly language: Language
  /** A connection of the role that owns the schema and changes its tables. The caller ends it. */
  connectAsOwner(): Promise<Client>
  /** Whether an index beyond the rules stands ready, by keys. */
  hasIndex(object: string, field: string, kind: 'filter' | 'sort' | 'contains'): boolean
  /** Gives the workspace another name; its place in addresses stays. */
  rename(name: string): Promise<void>
  /** After a change of metadata: this process knows it when the promise resolves, others are told. */
  metadataChanged(): Promise<void>
  /** Has missing indexes built in the background. */
  buildIndexes(): void
}
