import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label } from '../declare.ts'

export const pipeline: ObjectDefinition = {
  name: 'pipeline',
  label: label('销售流程', '銷售流程', 'Pipeline'),
  pluralLabel: label('销售流程', '銷售流程', 'Pipelines'),
  icon: 'route',
  color: 'purple',
  app: 'settings',
  columns: ['name', 'position'],
  fields: [
    { name: 'name', type: 'text', label: label('名称', '名稱', 'Name'), required: true, maxLength: 100 },
    {
      name: 'position',
      type: 'number',
      label: label('顺序', '順序', 'Position'),
      help: label('数字小的排在前面', '數字小的排在前面', 'Smaller numbers come first'),
    },
  ],
}
