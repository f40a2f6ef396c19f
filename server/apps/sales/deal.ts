import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { basics, label, notes, option } from '../declare.ts'
import { activityTimes } from './activity-times.ts'
import { description, tags } from './reachable.ts'
import { source } from './source.ts'

const deals = label('商机', '商機', 'Deals')

export const deal: ObjectDefinition = {
  name: 'deal',
  label: label('商机', '商機', 'Deal'),
  pluralLabel: deals,
  icon: 'target-arrow',
  color: 'green',
  app: 'sales',
  description: label('正在争取的生意', '正在爭取的生意', 'The business you are working to win'),
  rateDate: 'closeDate',
  columns: ['name', 'company', 'stage', 'amount', 'probability', 'closeDate', 'nextStep', 'owner'],
  sections: [
    { label: basics, fields: ['name', 'company', 'contact', 'amount', 'product', 'kind', 'source', 'tags'] },
    {
      label: label('推进情况', '推進狀況', 'Progress'),
      fields: ['pipeline', 'stage', 'probability', 'closeDate', 'nextStep', 'owner'],
    },
    {
      label: label('跟进与结果', '跟進與結果', 'Outcome'),
      fields: ['lastActivityAt', 'nextActivityAt', 'closedAt', 'lossReason'],
    },
    { label: notes, fields: ['description'] },
  ],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('商机名称', '商機名稱', 'Name'),
      required: true,
      maxLength: 300,
    },
    {
      name: 'company',
      type: 'relation',
      to: 'company',
      label: label('客户', '客戶', 'Company'),
      inverseLabel: deals,
    },
    {
      name: 'contact',
      type: 'relation',
      to: 'contact',
      label: label('联系人', '聯絡人', 'Contact'),
      inverseLabel: deals,
    },
    { name: 'amount', type: 'money', label: label('金额', '金額', 'Amount') },
    {
      name: 'pipeline',
      type: 'relation',
      to: 'pipeline',
      label: label('销售流程', '銷售流程', 'Pipeline'),
      inverseLabel: deals,
    },
    {
      name: 'stage',
      type: 'relation',
      to: 'stage',
      label: label('销售阶段', '銷售階段', 'Stage'),
      inverseLabel: deals,
    },
    {
      name: 'probability',
      type: 'percent',
      label: label('赢率', '成交機率', 'Probability'),
      min: 0,
      max: 100,
    },
    { name: 'closeDate', type: 'date', label: label('预计成交日期', '預計成交日期', 'Expected close') },
    { name: 'closedAt', type: 'dateTime', label: label('结束时间', '結案時間', 'Closed at') },
    {
      name: 'lossReason',
      type: 'select',
      label: label('输单原因', '未成交原因', 'Loss reason'),
      options: [
        option('price', '价格', '價格', 'Price', 'orange'),
        option('competitor', '选择竞争对手', '選擇競爭對手', 'Went to a competitor', 'red'),
        option('noBudget', '预算取消', '預算取消', 'No budget', 'amber'),
        option('noDecision', '项目搁置', '專案擱置', 'No decision', 'grey'),
        option('features', '功能不符', '功能不符', 'Missing features', 'purple'),
        option('timing', '时机不合', '時機不合', 'Timing', 'blue'),
        option('unresponsive', '失去联系', '失去聯絡', 'Went silent', 'grey'),
        option('other', '其他', '其他', 'Other', 'grey'),
      ],
    },
    {
      name: 'kind',
      type: 'select',
      label: label('商机类型', '商機類型', 'Type'),
      options: [
        option('newBusiness', '新签', '新簽', 'New business', 'blue'),
        option('upsell', '增购', '加購', 'Upsell', 'green'),
        option('renewal', '续约', '續約', 'Renewal', 'teal'),
      ],
    },
    {
      name: 'product',
      type: 'relation',
      to: 'product',
      label: label('产品', '產品', 'Product'),
      inverseLabel: deals,
    },
    { name: 'nextStep', type: 'text', label: label('下一步', '下一步', 'Next step'), maxLength: 500 },
    source,
    tags,
    ...activityTimes,
    description,
  ],
}
