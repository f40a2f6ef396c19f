import type { Translation } from '../catalogue.ts'
import type { inbox as source } from '../zh-CN/inbox.ts'

export const inbox: Translation<typeof source> = {
  all: '全部',
  unread: '未讀',
  markAllRead: '全部標為已讀',
  today: '今天',
  yesterday: '昨天',
  mention: '{name}提到了你',
  assigned: '{name}將{object}指派給你',
  assignedMany: '{name}將{count}個{object}指派給你',
  reminder: '提醒時間到了',
  someone: '系統',
  record: '記錄',
  deleted: '已刪除',
  nothing: '還沒有通知',
  nothingWhat: '有人在備註中 @ 你、把記錄指派給你，或任務到了提醒時間，都會出現在這裡。',
  allRead: '全部已讀',
  allReadWhat: '讀過的通知在「全部」中。',
  earlier: '更早',
  choose: '選擇一則通知，在這裡檢視記錄',
  chooseHow: '按 J、K 上下移動，Enter 開啟，E 標為已讀。',
  open: '開啟',
  reminderOf: '提醒：{title}',
  preview: '預覽',
}
