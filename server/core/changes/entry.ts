import { hiddenFields } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'
import { withKeys } from '#server/core/encryption/sealed-json.ts'
import type { DataKeys } from '#server/core/workspaces/workspace.ts'
import { masked } from '#shared/access/mask.ts'
import type { RecordReference } from '#shared/fields/any-record.ts'
import type { Catalogue, CatalogueObject, Field } from '#shared/metadata/catalogue.ts'
import { wireInstant } from './instant.ts'

/** One entry of the change log as the API gives it. */
export interface ChangeEntry {
  readonly seq: number
  readonly at: string
  readonly object: string
  readonly recordId: string
  /** Version that the record had afterwards. */
  readonly version: number
  readonly action: string
  readonly source: string
  readonly actor: { readonly id: string; readonly kind: string; readonly name: string } | null
  /** What differed, by wire name; null of a record that was not there. */
  readonly before: Values | null
  readonly after: Values | null
  /** Of an action `link`: the record whose list of relations this one entered or left. */
  readonly link?: {
    readonly object: string
    readonly field: string
    readonly id: string
    readonly added: boolean
  }
}

/** SQL of the columns of an entry, `c` being the change and `a` its actor. */
export const entryColumns = `c.seq, c.at, c.object, c.record, c.version, c.action, c.source, a.id, a.kind, a.name, c.before, c.after`

type Row = readonly (string | null)[]
type Values = Readonly<Record<string, unknown>>

/** Rows of `entryColumns`, with keys printed as today's names, encrypted values opened. */
export const entriesOf = (cx: Context, rows: readonly Row[], catalogue: Catalogue): Promise<ChangeEntry[]> =>
  withKeys(cx.workspace, (keys) => rows.map((row) => entryOf(row, catalogue, keys)))

/** A row of `entryColumns`, with keys printed as today's names. @param keys asked for where a value is encrypted */
export function entryOf(row: Row, catalogue: Catalogue, keys: () => DataKeys): ChangeEntry {
  const [seq, at, key, record, version, action, source, actor, kind, name, before, after] = row
  const object = catalogue.byKey(key!)
  const [was, is] = [valuesIn(before), valuesIn(after)]
  const entry = {
    seq: Number(seq),
    at: wireInstant(at!),
    object: object?.name ?? key!,
    recordId: record!,
    version: Number(version),
    action: action!,
    source: source!,
    actor: actor == null ? null : { id: actor, kind: kind ?? '', name: name ?? '' },
  }
  if (action === 'link') {
    return { ...entry, before: null, after: null, link: linkOf(was ?? is ?? {}, was === null, catalogue) }
  }
  const hidden = hiddenFields(catalogue).get(key!)
  const opened = (sealed: unknown, field: Field): unknown =>
    typeof sealed === 'string'
      ? JSON.parse(keys().open(sealed, { object: key!, field: field.key, record: record! }))
      : sealed
  return {
    ...entry,
    before: named(was, object, catalogue, hidden, opened),
    after: named(is, object, catalogue, hidden, opened),
  }
}

const valuesIn = (json: string | null | undefined): Values | null =>
  JSON.parse(json ?? 'null') as Values | null

// What an update keeps of the row as it was, beside the fields that changed.
const untold: ReadonlySet<string> = new Set(['version', 'updated_at', 'updated_by'])

function named(
  values: Values | null,
  object: CatalogueObject | undefined,
  catalogue: Catalogue,
  hidden: ReadonlySet<string> | undefined,
  opened: (sealed: unknown, field: Field) => unknown,
): Values | null {
  if (values === null) return null
  const told = Object.entries(values).filter(
    ([key]) => !untold.has(key) && !key.startsWith('_') && hidden?.has(key) !== true,
  )
  return Object.fromEntries(
    told.map(([key, value]) => {
      const field = object?.fieldByKey.get(key)
      if (field === undefined) return [key, value]
      const plain = field.encrypted === true ? opened(value, field) : value
      return [field.wire, printed(plain, field, catalogue)]
    }),
  )
}

/** A value as the API writes it: moments in UTC, what a field of any record points to by today's names. */
function printed(value: unknown, field: Field, catalogue: Catalogue): unknown {
  if (field.masked === true) return typeof value === 'string' ? masked(value) : null
  if (field.type === 'dateTime' && typeof value === 'string') return wireInstant(value)
  if (field.type !== 'anyRecord' || value === null) return value
  const one = ({ object, id }: RecordReference) => ({ object: catalogue.byKey(object)?.name ?? object, id })
  return Array.isArray(value) ? value.map(one) : one(value as RecordReference)
}

function linkOf(value: Values, added: boolean, catalogue: Catalogue): NonNullable<ChangeEntry['link']> {
  const object = catalogue.byKey(String(value.object))
  return {
    object: object?.name ?? String(value.object),
    field: object?.fieldByKey.get(String(value.field))?.name ?? String(value.field),
    id: String(value.id),
    added,
  }
}
