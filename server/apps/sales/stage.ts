import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

export const stage: ObjectDefinition = {
  name: 'stage',
  label: label('销售阶段', '銷售階段', 'Stage'),
  pluralLabel: label('销售阶段', '銷售階段', 'Stages'),
  icon: 'stairs',
  color: 'purple',
  app: 'settings',
  columns: ['name', 'pipeline', 'position', 'probability', 'outcome'],
  fields: [
    { name: 'name', type: 'text', label: label('名称', '名稱', 'Name'), required: true, maxLength: 100 },
    {
      name: 'pipeline',
      type: 'relation',
      to: 'pipeline',
      label: label('销售流程', '銷售流程', 'Pipeline'),
      inverseLabel: label('销售阶段', '銷售階段', 'Stages'),
      required: true,
      onDelete: 'cascade',
    },
    { name: 'position', type: 'number', label: label('顺序', '順序', 'Position') },
    {
      name: 'probability',
      type: 'percent',
      label: label('赢率', '成交機率', 'Probability'),
      min: 0,
      max: 100,
    },
    {
      name: 'outcome',
      type: 'select',
      label: label('阶段结果', '階段結果', 'Outcome'),
      required: true,
      default: 'open',
      options: [
        option('open', '进行中', '進行中', 'Open', 'blue'),
        option('won', '赢单', '成交', 'Won', 'green'),
        option('lost', '输单', '未成交', 'Lost', 'grey'),
      ],
    },
  ],
}
