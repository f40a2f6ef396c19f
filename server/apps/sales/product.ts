import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { basics, label, notes } from '../declare.ts'
import { description } from './reachable.ts'

export const product: ObjectDefinition = {
  name: 'product',
  label: label('产品', '產品', 'Product'),
  pluralLabel: label('产品', '產品', 'Products'),
  icon: 'package',
  color: 'orange',
  app: 'sales',
  columns: ['name', 'code', 'category', 'price', 'unit', 'isActive'],
  sections: [
    { label: basics, fields: ['name', 'code', 'category', 'price', 'unit', 'isActive'] },
    { label: notes, fields: ['description'] },
  ],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('产品名称', '產品名稱', 'Name'),
      required: true,
      maxLength: 300,
    },
    { name: 'code', type: 'text', label: label('产品编码', '產品編號', 'Code'), unique: true, maxLength: 50 },
    { name: 'category', type: 'text', label: label('产品分类', '產品分類', 'Category'), maxLength: 100 },
    { name: 'unit', type: 'text', label: label('单位', '單位', 'Unit'), maxLength: 50 },
    { name: 'price', type: 'money', label: label('单价', '單價', 'Price') },
    { name: 'isActive', type: 'boolean', label: label('在售', '販售中', 'Active'), default: true },
    description,
  ],
}
