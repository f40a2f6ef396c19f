export const presence = {
  looking: '{names}正在查看',
  online: '同时在线',
  here: '正在查看',
} as const
