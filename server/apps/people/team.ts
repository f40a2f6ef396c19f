import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label } from '../declare.ts'

export const team: ObjectDefinition = {
  name: 'team',
  label: label('部门', '部門', 'Team'),
  pluralLabel: label('部门', '部門', 'Teams'),
  icon: 'sitemap',
  color: 'grey',
  app: 'settings',
  columns: ['name', 'parent', 'leader'],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('部门名称', '部門名稱', 'Name'),
      required: true,
      maxLength: 200,
    },
    {
      name: 'parent',
      type: 'relation',
      to: 'team',
      label: label('上级部门', '上層部門', 'Parent team'),
      inverseLabel: label('下级部门', '下層部門', 'Teams below'),
    },
    { name: 'leader', type: 'user', label: label('部门主管', '部門主管', 'Leader') },
  ],
}
