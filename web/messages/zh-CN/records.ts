export const records = {
  newRecord: '新建{object}',
} as const
