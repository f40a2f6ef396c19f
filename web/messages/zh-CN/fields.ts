export const fields = {
  empty: '未填写',
} as const
