import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Label } from '#shared/language.ts'

/** A field that every record has. `writable` ones may be given by a client; the rest is the write door's. */
interface SystemField {
  readonly name: string
  readonly column: string
  readonly type: FieldTypeName
  readonly to?: string
  readonly writable: boolean
  readonly quiet?: true
  readonly label: Label
}

const field = (
  name: string,
  column: string,
  type: FieldTypeName,
  labels: readonly [string, string, string],
  more: { to?: string; writable?: boolean; quiet?: true } = {},
): SystemField => ({
  name,
  column,
  type,
  writable: false,
  label: { 'zh-CN': labels[0], 'zh-TW': labels[1], en: labels[2] },
  ...more,
})

/** In the order in which they are printed. `id` is apart: it is no field, it is the record. */
export const systemFields: readonly SystemField[] = [
  field('createdAt', 'created_at', 'dateTime', ['创建时间', '建立時間', 'Created at']),
  field('createdBy', 'created_by', 'relation', ['创建人', '建立者', 'Created by'], { to: 'actor' }),
  field('updatedAt', 'updated_at', 'dateTime', ['更新时间', '更新時間', 'Updated at']),
  field('updatedBy', 'updated_by', 'relation', ['更新人', '更新者', 'Updated by'], { to: 'actor' }),
  field('owner', 'owner_id', 'user', ['负责人', '負責人', 'Owner'], { to: 'user', writable: true }),
  field('team', 'team_id', 'relation', ['所属部门', '所屬部門', 'Team'], { to: 'team' }),
  field('version', 'version', 'number', ['版本', '版本', 'Version']),
  field('deletedAt', 'deleted_at', 'dateTime', ['删除时间', '刪除時間', 'Deleted at']),
  field('rank', 'rank', 'text', ['排列次序', '排列順序', 'Rank'], { writable: true, quiet: true }),
]
