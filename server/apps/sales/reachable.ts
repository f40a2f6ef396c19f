import type { FieldDefinition } from '#shared/metadata/definition.ts'
import { label } from '../declare.ts'

/** How one reaches a company or a person, and what is kept of every party. */
export const email: FieldDefinition = {
  name: 'email',
  type: 'email',
  label: label('邮箱', '電子郵件', 'Email'),
}
export const phone: FieldDefinition = { name: 'phone', type: 'phone', label: label('电话', '電話', 'Phone') }
export const mobile: FieldDefinition = {
  name: 'mobile',
  type: 'phone',
  label: label('手机', '手機', 'Mobile'),
}
export const wechat: FieldDefinition = {
  name: 'wechat',
  type: 'text',
  label: label('微信号', '微信帳號', 'WeChat'),
  maxLength: 100,
}
export const address: FieldDefinition = {
  name: 'address',
  type: 'address',
  label: label('地址', '地址', 'Address'),
}
export const jobTitle: FieldDefinition = {
  name: 'jobTitle',
  type: 'text',
  label: label('职务', '職稱', 'Job title'),
  maxLength: 200,
}
export const tags: FieldDefinition = { name: 'tags', type: 'tags', label: label('标签', '標籤', 'Tags') }
export const description: FieldDefinition = {
  name: 'description',
  type: 'longText',
  label: label('备注', '備註', 'Description'),
}

export const reach = label('联系方式', '聯絡方式', 'Contact details')
