import type { FieldDefinition } from '#shared/metadata/definition.ts'
import { label, option } from '../declare.ts'

/** Where a customer came from; the same list on lead, contact, company and deal, so that reports follow it through. */
export const source: FieldDefinition = {
  name: 'source',
  type: 'select',
  label: label('来源', '來源', 'Source'),
  options: [
    option('website', '官网', '官方網站', 'Website', 'blue'),
    option('referral', '客户推荐', '客戶推薦', 'Referral', 'green'),
    option('exhibition', '展会', '展覽', 'Exhibition', 'purple'),
    option('event', '会议活动', '研討活動', 'Event', 'purple'),
    option('advertising', '广告', '廣告', 'Advertising', 'orange'),
    option('search', '搜索引擎', '搜尋引擎', 'Search engine', 'teal'),
    option('socialMedia', '社交媒体', '社群媒體', 'Social media', 'pink'),
    option('coldCall', '陌拜', '陌生開發', 'Cold call', 'amber'),
    option('partner', '合作伙伴', '合作夥伴', 'Partner', 'teal'),
    option('tender', '招投标', '招標', 'Tender', 'red'),
    option('import', '批量导入', '批次匯入', 'Import'),
    option('other', '其他', '其他', 'Other'),
  ],
}
