import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { basics, label, notes, option } from '../declare.ts'
import { activityTimes } from './activity-times.ts'
import { address, description, email, jobTitle, mobile, phone, reach, tags, wechat } from './reachable.ts'
import { source } from './source.ts'

export const lead: ObjectDefinition = {
  name: 'lead',
  label: label('线索', '銷售線索', 'Lead'),
  pluralLabel: label('线索', '銷售線索', 'Leads'),
  icon: 'filter-2',
  color: 'amber',
  app: 'sales',
  description: label(
    '表示过兴趣、还未确认需求的人',
    '表達過興趣、尚未確認需求的人',
    'People who showed interest and are not yet qualified',
  ),
  columns: ['name', 'companyName', 'status', 'source', 'interest', 'mobile', 'owner', 'createdAt'],
  sections: [
    { label: basics, fields: ['name', 'companyName', 'jobTitle', 'interest'] },
    {
      label: label('跟进情况', '跟進狀況', 'Qualification'),
      fields: ['status', 'owner', 'source', 'tags', 'lastActivityAt', 'nextActivityAt'],
    },
    { label: reach, fields: ['mobile', 'phone', 'email', 'wechat', 'address'] },
    { label: notes, fields: ['description'] },
  ],
  fields: [
    { name: 'name', type: 'text', label: label('姓名', '姓名', 'Name'), required: true, maxLength: 200 },
    { name: 'companyName', type: 'text', label: label('公司名称', '公司名稱', 'Company'), maxLength: 300 },
    jobTitle,
    email,
    phone,
    mobile,
    wechat,
    address,
    source,
    {
      name: 'status',
      type: 'select',
      label: label('线索状态', '線索狀態', 'Status'),
      default: 'new',
      options: [
        option('new', '待跟进', '待跟進', 'New', 'blue'),
        option('contacted', '已联系', '已聯絡', 'Contacted', 'amber'),
        option('qualified', '有效', '有效', 'Qualified', 'green'),
        option('converted', '已转化', '已轉換', 'Converted', 'purple'),
        option('unqualified', '无效', '無效', 'Unqualified', 'grey'),
      ],
    },
    { name: 'interest', type: 'text', label: label('意向产品', '有興趣的產品', 'Interest'), maxLength: 300 },
    tags,
    ...activityTimes,
    description,
  ],
}
