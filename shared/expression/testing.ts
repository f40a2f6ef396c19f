import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Label } from '#shared/language.ts'
import { buildCatalogue, type Catalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField, StoredObject } from '#shared/metadata/definition.ts'
import type { SyntaxNode } from './syntax.ts'

/** A tree without its places, for comparing what was written with what it was printed from. */
export const plain = (node: SyntaxNode): unknown =>
  JSON.parse(
    JSON.stringify(node, (key, value: unknown) => (key === 'start' || key === 'end' ? undefined : value)),
  )

const label = (simplified: string, traditional: string, english: string): Label => ({
  'zh-CN': simplified,
  'zh-TW': traditional,
  en: english,
})
const field = (
  name: string,
  type: FieldTypeName,
  labels: Label,
  more: Partial<StoredField> = {},
): StoredField => ({
  name,
  key: name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  type,
  label: labels,
  origin: 'shipped',
  ...more,
})
const object = (name: string, labels: Label, fields: readonly StoredField[]): StoredObject => ({
  name,
  key: name,
  label: labels,
  origin: 'shipped',
  fields,
})

const industry = [
  { value: 'retail', label: label('零售', '零售', 'Retail') },
  { value: 'manufacturing', label: label('制造业', '製造業', 'Manufacturing') },
]
const levels = [
  { value: 'high', label: label('高', '高', 'High') },
  { value: 'low', label: label('低', '低', 'Low') },
]
const named = field('name', 'text', label('名称', '名稱', 'Name'))

/** Deals of companies, as they are declared. */
export const objects: readonly StoredObject[] = [
  object('company', label('客户', '客戶', 'Company'), [
    named,
    field('industry', 'select', label('行业', '產業', 'Industry'), { options: industry }),
    field('parent', 'relation', label('上级客户', '上層客戶', 'Parent'), { to: 'company' }),
    field('address', 'address', label('地址', '地址', 'Address')),
  ]),
  object('deal', label('商机', '商機', 'Deal'), [
    named,
    field('amount', 'money', label('金额', '金額', 'Amount')),
    field('closeDate', 'date', label('预计成交日期', '預計成交日期', 'Close date')),
    field('company', 'relation', label('客户', '客戶', 'Company'), { to: 'company' }),
    field('partners', 'relations', label('伙伴', '夥伴', 'Partners'), { to: 'company' }),
    field('levels', 'multiSelect', label('级别', '級別', 'Levels'), { options: levels }),
    field('tags', 'tags', label('标签', '標籤', 'Tags')),
    field('contract', 'file', label('合同', '合約', 'Contract')),
  ]),
  object('user', label('成员', '成員', 'User'), [named]),
]

export const catalogue: Catalogue = buildCatalogue(1, objects)
