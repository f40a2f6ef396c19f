import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { basics, label, notes, option } from '../declare.ts'
import { activityTimes } from './activity-times.ts'
import { industry } from './industry.ts'
import { address, description, email, phone, reach, tags } from './reachable.ts'
import { source } from './source.ts'

export const company: ObjectDefinition = {
  name: 'company',
  label: label('客户', '客戶', 'Company'),
  pluralLabel: label('客户', '客戶', 'Companies'),
  icon: 'building',
  color: 'blue',
  app: 'sales',
  description: label(
    '与之做生意的企业和机构',
    '往來的企業與機構',
    'The businesses and organisations you deal with',
  ),
  columns: ['name', 'status', 'level', 'industry', 'owner', 'phone', 'lastActivityAt', 'tags', 'createdAt'],
  sections: [
    { label: basics, fields: ['name', 'legalName', 'registrationNumber', 'code', 'industry', 'parent'] },
    {
      label: label('合作情况', '合作狀況', 'Relationship'),
      fields: ['status', 'level', 'owner', 'source', 'tags', 'lastActivityAt', 'nextActivityAt'],
    },
    { label: reach, fields: ['website', 'phone', 'email', 'address'] },
    { label: label('企业规模', '企業規模', 'Size'), fields: ['numberOfEmployees', 'annualRevenue'] },
    { label: notes, fields: ['description'] },
  ],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('客户名称', '客戶名稱', 'Name'),
      required: true,
      maxLength: 300,
    },
    { name: 'legalName', type: 'text', label: label('企业全称', '公司全名', 'Legal name'), maxLength: 300 },
    {
      name: 'registrationNumber',
      type: 'text',
      label: label('统一社会信用代码', '統一編號', 'Registration number'),
      unique: true,
      maxLength: 50,
    },
    { name: 'code', type: 'text', label: label('客户编号', '客戶編號', 'Code'), unique: true, maxLength: 50 },
    industry,
    {
      name: 'level',
      type: 'select',
      label: label('客户等级', '客戶等級', 'Level'),
      options: [
        option('S', 'S级', 'S級', 'S', 'red'),
        option('A', 'A级', 'A級', 'A', 'orange'),
        option('B', 'B级', 'B級', 'B', 'blue'),
        option('C', 'C级', 'C級', 'C', 'grey'),
      ],
      help: label(
        'S战略客户，A重点客户，B成长客户，C一般客户',
        'S策略客戶，A重點客戶，B成長客戶，C一般客戶',
        'S strategic, A key, B growing, C regular',
      ),
    },
    {
      name: 'status',
      type: 'select',
      label: label('客户状态', '客戶狀態', 'Status'),
      default: 'prospect',
      options: [
        option('prospect', '潜在', '潛在', 'Prospect', 'grey'),
        option('active', '跟进中', '跟進中', 'Active', 'blue'),
        option('customer', '已成交', '已成交', 'Customer', 'green'),
        option('atRisk', '有风险', '有風險', 'At risk', 'amber'),
        option('lost', '已流失', '已流失', 'Lost', 'red'),
      ],
    },
    {
      name: 'numberOfEmployees',
      type: 'number',
      label: label('员工人数', '員工人數', 'Employees'),
      decimals: 0,
      min: 0,
    },
    { name: 'annualRevenue', type: 'money', label: label('年营业额', '年營業額', 'Annual revenue') },
    { name: 'website', type: 'url', label: label('网站', '網站', 'Website') },
    phone,
    email,
    address,
    {
      name: 'parent',
      type: 'relation',
      to: 'company',
      label: label('上级公司', '母公司', 'Parent company'),
      inverseLabel: label('下级公司', '子公司', 'Subsidiaries'),
    },
    source,
    tags,
    ...activityTimes,
    description,
  ],
}
