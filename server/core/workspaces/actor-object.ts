import type { Label } from '#shared/language.ts'
import type { ObjectDefinition, Option } from '#shared/metadata/definition.ts'

const label = (zhCN: string, zhTW: string, en: string): Label => ({ 'zh-CN': zhCN, 'zh-TW': zhTW, en })
const kind = (value: string, ...texts: [string, string, string]): Option => ({
  value,
  label: label(...texts),
})

/** Who did something: what `createdBy` and `updatedBy` refer to. */
const actorObject: ObjectDefinition = {
  name: 'actor',
  label: label('操作者', '操作者', 'Actor'),
  pluralLabel: label('操作者', '操作者', 'Actors'),
  icon: 'user-cog',
  app: 'settings',
  fields: [
    { name: 'name', type: 'text', label: label('名称', '名稱', 'Name'), required: true },
    {
      name: 'kind',
      type: 'select',
      label: label('类型', '類型', 'Kind'),
      required: true,
      options: [
        kind('user', '成员', '成員', 'User'),
        kind('key', 'API 密钥', 'API 金鑰', 'API key'),
        kind('import', '导入', '匯入', 'Import'),
        kind('system', '系统', '系統', 'System'),
        kind('rule', '自动化规则', '自動化規則', 'Rule'),
      ],
    },
    { name: 'user', type: 'user', label: label('成员', '成員', 'User') },
  ],
}

/** The standard objects with the one that the core itself needs, unless they bring it. */
export const withActor = (definitions: readonly ObjectDefinition[]): readonly ObjectDefinition[] =>
  definitions.some(({ name }) => name === 'actor') ? definitions : [...definitions, actorObject]
