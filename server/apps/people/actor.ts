import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

/** Who may stand behind a change: `createdBy` and `updatedBy` point here. */
export const actor: ObjectDefinition = {
  name: 'actor',
  label: label('操作者', '操作者', 'Actor'),
  pluralLabel: label('操作者', '操作者', 'Actors'),
  icon: 'user-bolt',
  color: 'grey',
  app: 'system',
  columns: ['name', 'kind', 'user'],
  fields: [
    { name: 'name', type: 'text', label: label('名称', '名稱', 'Name'), required: true, maxLength: 200 },
    {
      name: 'kind',
      type: 'select',
      label: label('类型', '類型', 'Kind'),
      required: true,
      options: [
        option('user', '成员', '成員', 'Member', 'blue'),
        option('key', '接口密钥', 'API 金鑰', 'API key', 'purple'),
        option('import', '导入', '匯入', 'Import', 'teal'),
        option('system', '系统', '系統', 'System', 'grey'),
        option('rule', '自动化规则', '自動化規則', 'Rule', 'orange'),
      ],
    },
    { name: 'user', type: 'user', label: label('成员', '成員', 'Member') },
  ],
}
