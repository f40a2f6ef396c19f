import type { Translation } from '../catalogue.ts'
import type { design as source } from '../zh-CN/design.ts'

export const design: Translation<typeof source> = {
  close: '關閉',
  cancel: '取消',
  undo: '復原',
  clear: '清除',
  search: '搜尋',
  nothingFound: '沒有符合的項目',
  retry: '重試',
  loading: '正在載入',
  more: '更多',
  chooseFile: '選擇檔案',
  dropFile: '將檔案拖到這裡',
  fileTooLarge: '檔案超過{limit}',
  resize: '調整寬度',
  required: '必填',
  remove: '移除{name}',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
  failed: '發生錯誤',
  copy: '複製',
  copied: '已複製',
}
