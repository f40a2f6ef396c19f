import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

const members = label('成员', '成員', 'Members')

export const user: ObjectDefinition = {
  name: 'user',
  label: label('成员', '成員', 'Member'),
  pluralLabel: members,
  icon: 'user-circle',
  color: 'grey',
  app: 'settings',
  columns: ['name', 'email', 'mobile', 'jobTitle', 'team', 'manager', 'isActive'],
  fields: [
    { name: 'name', type: 'text', label: label('姓名', '姓名', 'Name'), required: true, maxLength: 200 },
    { name: 'email', type: 'email', label: label('邮箱', '電子郵件', 'Email'), unique: true },
    { name: 'mobile', type: 'phone', label: label('手机', '手機', 'Mobile') },
    { name: 'jobTitle', type: 'text', label: label('职务', '職稱', 'Job title'), maxLength: 200 },
    {
      name: 'team',
      type: 'relation',
      to: 'team',
      label: label('主部门', '主要部門', 'Team'),
      inverseLabel: members,
    },
    { name: 'teams', type: 'relations', to: 'team', label: label('其他部门', '其他部門', 'Further teams') },
    {
      name: 'manager',
      type: 'user',
      label: label('直属上级', '直屬主管', 'Manager'),
    },
    {
      name: 'timeZone',
      type: 'text',
      label: label('时区', '時區', 'Time zone'),
      maxLength: 64,
      help: label('如 Asia/Shanghai', '如 Asia/Taipei', 'As in Asia/Shanghai'),
    },
    {
      name: 'language',
      type: 'select',
      label: label('语言', '語言', 'Language'),
      options: [
        option('zh-CN', '简体中文', '簡體中文', 'Simplified Chinese'),
        option('zh-TW', '繁体中文', '繁體中文', 'Traditional Chinese'),
        option('en', '英语', '英文', 'English'),
      ],
    },
    { name: 'isActive', type: 'boolean', label: label('在职', '在職', 'Active'), default: true },
  ],
}
