import type { ActivityTexts } from '../culture.ts'

export const activities: readonly ActivityTexts[] = [
  {
    kind: 'call',
    weight: 30,
    subjects: ['與{contact}電話討論{topic}', '電話回訪{contact}', '報價後電話追蹤', '{topic}範圍確認'],
    openings: [
      '{contact}接聽，聊了約十分鐘。',
      '電話中{contact}說明了目前的狀況。',
      '{contact}正在開會，約好下午再撥。',
      '和{contact}確認了{topic}的範圍。',
    ],
  },
  {
    kind: 'email',
    weight: 24,
    subjects: ['寄送{topic}報價單', '{topic}技術規劃書', '合約草案', '回覆{contact}的問題'],
    openings: [
      '已將報價單寄給{contact}，總價{amount}。',
      '依{contact}的需求更新了規劃書。',
      '寄出合約草案，等待法務意見。',
      '以電子郵件回覆{contact}的售後問題。',
    ],
  },
  {
    kind: 'visit',
    weight: 17,
    subjects: ['拜訪{company}', '拜訪{contact}', '{topic}現場勘查'],
    openings: [
      '到{company}，{contact}帶我們看了廠區和機房。',
      '和同事一起拜訪，見到{contact}與團隊。',
      '現場確認了{topic}的施作條件。',
    ],
  },
  {
    kind: 'meeting',
    weight: 16,
    subjects: ['與{company}線上會議', '{topic}產品展示', '商務條件討論'],
    openings: [
      '線上會議，{contact}和三位同事參加。',
      '會中展示了{topic}的主要流程。',
      '討論了合約條款與付款時程。',
    ],
  },
  {
    kind: 'note',
    weight: 13,
    subjects: ['決策流程整理', '競爭狀況', '客戶背景'],
    openings: [
      '決策流程：{contact}負責選型，總經理最後拍板。',
      '競爭對手也在接觸，報價略低。',
      '{company}今年有擴廠計畫，預算比去年寬鬆。',
    ],
  },
]

export const middles = [
  '預算大約{amount}，需要三家比價。',
  '預算已核准到{amount}，希望本季內定案。',
  '對價格比較在意，希望分三期付款。',
  '主要擔心上線時程和資料移轉。',
  '很認同同業的案例，想到現場看看。',
  '使用單位意見一致，財務還要再審一次。',
  '現有系統合約年底到期，時間比較趕。',
  '希望先試用一個月，再決定數量。',
  '要求提供近三年的實績。',
]
export const endings = [
  '下週二前提供新版提案。',
  '約好下週再討論一次。',
  '資料已寄出，等對方內部討論。',
  '需要技術同事協助評估工時。',
  '對方月底前會回覆。',
  '下一步安排產品展示。',
  '',
]
export const nextSteps = [
  '提供新版報價',
  '安排產品展示',
  '與總經理面談',
  '等待法務審閱',
  '確認付款時程',
  '現場勘查',
  '追蹤預算核准',
]
export const tasks = [
  '回電給{contact}',
  '寄送{topic}報價單',
  '準備{topic}展示',
  '追蹤{company}合約進度',
  '預約拜訪{contact}',
  '整理{topic}會議紀錄',
  '確認{company}發票資料',
]
export const leadNotes = [
  '展覽上留下名片，想了解價格與交期。',
  '官方網站表單，詢問{topic}。',
  '老客戶介紹，近期有採購計畫。',
  '下載了白皮書，尚無明確預算。',
]
export const companyNotes = [
  '業界口碑不錯，決策流程較長。',
  '每年九月編列預算，留意時間點。',
  '老闆重視數位轉型。',
  '付款一向準時。',
]
export const tags = ['重點', '續約', '指標客戶', '老客戶', '價格敏感', '標案', '出口型', '決策快', '集團客戶']

export const things =
  '產線 倉儲 門市 客服系統 數據平台 會員系統 品檢系統 智慧園區 生產設備 辦公網路 訂單系統 能源監控 行動巡檢 供應商管理 視訊會議'.split(
    ' ',
  )
export const actions = '擴充 升級 改造 採購 數位化 建置 整合 維運'.split(' ')
export const phases = ['', '', '', '一期', '二期', '總公司', '北區']
