import type { Label } from '#shared/language.ts'
import { type ObjectPermissions, type Permissions, rights } from './permissions.ts'

export interface RoleDefinition {
  /** Stays as it is; members are given a role by it. */
  readonly key: string
  readonly label: Label
  readonly description: Label
  readonly permissions: Permissions
}

const all: ObjectPermissions = {
  read: 'all',
  create: 'all',
  update: 'all',
  delete: 'all',
  transfer: 'all',
  export: 'all',
  import: 'all',
}

const usually = (usual: ObjectPermissions, more: Partial<Permissions> = {}): Permissions => ({
  usual,
  objects: {},
  fields: {},
  rights: [],
  ...more,
})

/** May do everything, and nobody can take it from the role. */
export const administrator = 'administrator'
/** What a person who joins is given. */
export const member = 'member'

/** The roles that come with Kith. Open by default, as a small team works; a large one narrows the scopes. */
export const shippedRoles: readonly RoleDefinition[] = [
  {
    key: administrator,
    label: { 'zh-CN': '管理员', 'zh-TW': '管理員', en: 'Administrator' },
    description: {
      'zh-CN': '可以做任何事，包括成员、角色与设置',
      'zh-TW': '可以做任何事，包括成員、角色與設定',
      en: 'May do everything, people, roles and settings included',
    },
    permissions: usually(all, { rights }),
  },
  {
    key: 'manager',
    label: { 'zh-CN': '主管', 'zh-TW': '主管', en: 'Manager' },
    description: {
      'zh-CN': '查看所有数据，修改、转移和导出本部门及下级部门的数据',
      'zh-TW': '檢視所有資料，修改、轉移和匯出本部門及下層部門的資料',
      en: 'Sees all records; changes, transfers and exports those of their team and the teams below',
    },
    permissions: usually({
      ...all,
      update: 'teamAndBelow',
      delete: 'teamAndBelow',
      transfer: 'teamAndBelow',
      export: 'teamAndBelow',
    }),
  },
  {
    key: member,
    label: { 'zh-CN': '成员', 'zh-TW': '成員', en: 'Member' },
    description: {
      'zh-CN': '查看和修改所有数据',
      'zh-TW': '檢視和修改所有資料',
      en: 'Sees and changes all records',
    },
    permissions: usually(all),
  },
  {
    key: 'readOnly',
    label: { 'zh-CN': '只读', 'zh-TW': '唯讀', en: 'Read-only' },
    description: {
      'zh-CN': '查看所有数据，不能修改',
      'zh-TW': '檢視所有資料，不能修改',
      en: 'Sees all records and changes none',
    },
    permissions: usually({
      read: 'all',
      create: 'none',
      update: 'none',
      delete: 'none',
      transfer: 'none',
      export: 'none',
      import: 'none',
    }),
  },
]
