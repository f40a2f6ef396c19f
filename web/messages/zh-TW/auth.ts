import type { Translation } from '../catalogue.ts'
import type { auth as source } from '../zh-CN/auth.ts'

export const auth: Translation<typeof source> = {
  signIn: '登入',
  signInTo: '登入知客',
  identifier: '電子郵件或手機號碼',
  password: '密碼',
  sessionExpired: '登入已過期，登入後回到原本的頁面',
  welcome: '開始使用知客',
  welcomeWhat: '建立工作區和第一個帳號，之後可邀請同事。',
  account: '管理員帳號',
  workspaceName: '公司或團隊名稱',
  workspaceNameExample: '青嶼科技',
  timeZone: '時區',
  currency: '幣別',
  name: '姓名',
  nameExample: '林知夏',
  passwordHint: '至少{least}個字元',
  demoData: '放入範例資料',
  demoDataWhat: '約1,500筆客戶、聯絡人和商機等記錄，用來試用，之後可刪除。',
  createWorkspace: '建立工作區',
  creating: '正在建立工作區',
  creatingDemo: '正在建立工作區並放入範例資料',
  missing: '填寫{field}',
  invalidIdentifier: '不是有效的電子郵件或手機號碼',
}
