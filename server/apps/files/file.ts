import type { ObjectDefinition } from '#shared/metadata/definition.ts'
import { label } from '../declare.ts'

export const file: ObjectDefinition = {
  name: 'file',
  label: label('文件', '檔案', 'File'),
  pluralLabel: label('文件', '檔案', 'Files'),
  icon: 'file',
  color: 'grey',
  app: 'system',
  columns: ['name', 'contentType', 'size', 'createdAt'],
  fields: [
    {
      name: 'name',
      type: 'text',
      label: label('文件名', '檔案名稱', 'Name'),
      required: true,
      maxLength: 500,
    },
    {
      name: 'contentType',
      type: 'text',
      label: label('文件类型', '檔案類型', 'Content type'),
      required: true,
      maxLength: 200,
    },
    {
      name: 'size',
      type: 'number',
      label: label('大小（字节）', '大小（位元組）', 'Size in bytes'),
      required: true,
      decimals: 0,
      min: 0,
    },
    {
      name: 'sha256',
      type: 'text',
      label: label('校验值', '檢查碼', 'SHA-256'),
      required: true,
      maxLength: 64,
    },
  ],
}
