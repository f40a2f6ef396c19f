import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { basics, label, notes, option } from '../declare.ts'
import { activityTimes } from './activity-times.ts'
import { address, description, email, jobTitle, mobile, phone, reach, tags, wechat } from './reachable.ts'
import { source } from './source.ts'

export const contact: ObjectDefinition = {
  name: 'contact',
  label: label('联系人', '聯絡人', 'Contact'),
  pluralLabel: label('联系人', '聯絡人', 'Contacts'),
  icon: 'users',
  color: 'teal',
  app: 'sales',
  description: label('客户中与你打交道的人', '客戶中與你往來的人', 'The people you deal with'),
  columns: ['name', 'company', 'jobTitle', 'mobile', 'email', 'role', 'owner', 'lastActivityAt', 'createdAt'],
  sections: [
    {
      label: basics,
      fields: ['name', 'familyName', 'givenName', 'company', 'jobTitle', 'department', 'role', 'birthday'],
    },
    { label: reach, fields: ['mobile', 'phone', 'email', 'wechat', 'address'] },
    {
      label: label('跟进情况', '跟進狀況', 'Relationship'),
      fields: ['owner', 'source', 'tags', 'lastActivityAt', 'nextActivityAt'],
    },
    { label: notes, fields: ['description'] },
  ],
  fields: [
    { name: 'name', type: 'text', label: label('姓名', '姓名', 'Name'), required: true, maxLength: 200 },
    { name: 'givenName', type: 'text', label: label('名', '名字', 'Given name'), maxLength: 100 },
    { name: 'familyName', type: 'text', label: label('姓', '姓氏', 'Family name'), maxLength: 100 },
    jobTitle,
    { name: 'department', type: 'text', label: label('所在部门', '任職部門', 'Department'), maxLength: 200 },
    {
      name: 'role',
      type: 'select',
      label: label('决策角色', '決策角色', 'Role'),
      options: [
        option('decisionMaker', '决策人', '決策者', 'Decision maker', 'green'),
        option('approver', '审批人', '核准者', 'Approver', 'purple'),
        option('influencer', '影响者', '影響者', 'Influencer', 'amber'),
        option('user', '使用者', '使用者', 'User', 'blue'),
        option('gatekeeper', '对接人', '窗口', 'Gatekeeper', 'grey'),
      ],
    },
    {
      name: 'company',
      type: 'relation',
      to: 'company',
      label: label('所属客户', '所屬客戶', 'Company'),
      inverseLabel: label('联系人', '聯絡人', 'Contacts'),
    },
    email,
    phone,
    mobile,
    wechat,
    address,
    { name: 'birthday', type: 'date', label: label('生日', '生日', 'Birthday') },
    source,
    tags,
    ...activityTimes,
    description,
  ],
}
