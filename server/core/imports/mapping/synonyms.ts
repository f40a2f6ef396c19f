/** What files call things, beyond names and labels of the metadata. Compared folded: no case, width, spaces, punctuation. */

/** Words for a kind of record: they name its title in its own file, and the relation to it in another's. */
export const objectWords: Readonly<Record<string, readonly string[]>> = {
  company: [
    ...['account', 'company', 'customer', 'client', 'organization', 'organisation', 'business', 'firm'],
    ...['公司', '企业', '企業', '客户', '客戶', '单位', '單位', '厂商', '廠商', '甲方'],
  ],
  contact: ['contact', 'person', 'contact person', '联系人', '聯絡人', '連絡人', '联络人', '姓名', 'full name'],
  lead: ['lead', 'prospect', '线索', '線索', '潜在客户', '潛在客戶', '姓名'],
  deal: ['deal', 'opportunity', 'opportunity id', 'deal id', '商机', '商機', '机会', '機會', '项目', '專案', '销售机会'],
  product: ['product', 'item', 'sku', '产品', '產品', '商品', '品名', '货品'],
  stage: ['stage', 'deal stage', 'sales stage', 'pipeline stage', '阶段', '階段', '销售阶段', '銷售階段', '商机阶段'],
  pipeline: ['pipeline', 'sales process', '销售流程', '銷售流程'],
  user: ['user', 'sales agent', 'agent', 'salesperson', 'sales rep', 'rep', 'member', 'employee name', '销售', '成员', '成員'],
  team: ['team', 'department', 'regional office', 'region', '部门', '部門', '团队', '團隊', '区域', '區域'],
  activity: ['activity', 'note', '跟进', '跟進'],
  task: ['task', 'to do', '任务', '任務', '待办', '待辦'],
}

/** Words that with an object's make its title: `account name`, `公司名称`. */
export const nameWords = ['name', 'title', '名称', '名稱', '名字', '名', '姓名'] as const

/** Words for fields, whichever object has them. */
export const fieldWords: Readonly<Record<string, readonly string[]>> = {
  name: ['name', 'title', 'full name', '名称', '名稱', '姓名', '名字'],
  legalName: ['legal name', 'registered name', '企业全称', '公司全称', '公司全稱', '全称', '全稱', '抬头', '抬頭'],
  registrationNumber: [
    ...['registration number', 'registration no', 'tax id', 'tax number', 'vat number', 'company number', 'ein'],
    ...['统一社会信用代码', '信用代码', '社会信用代码', '税号', '纳税人识别号', '統一編號', '統編', '營業登記號碼'],
  ],
  code: ['code', 'number', 'no', 'id', 'customer code', 'sku', '编号', '編號', '编码', '代码', '代號', '客户编号', '客戶編號'],
  industry: ['industry', 'sector', 'vertical', '行业', '行業', '所属行业', '產業', '产业'],
  level: ['level', 'tier', 'grade', 'rating', '等级', '等級', '级别', '客户级别', '客户等级', '客戶等級'],
  status: ['status', 'state', '状态', '狀態', '客户状态'],
  numberOfEmployees: [
    ...['employees', 'employee count', 'number of employees', 'headcount', 'staff', 'company size', 'size'],
    ...['员工数', '員工數', '员工人数', '員工人數', '人数', '规模', '公司规模', '企业规模'],
  ],
  annualRevenue: ['revenue', 'annual revenue', 'turnover', 'sales revenue', '年营收', '營收', '年營業額', '营业额', '年收入'],
  website: ['website', 'web', 'url', 'web site', 'homepage', 'domain', '网站', '網站', '网址', '網址', '官网', '官網'],
  phone: [
    ...['phone', 'telephone', 'tel', 'phone number', 'office phone', 'landline'],
    ...['电话', '電話', '电话号码', '電話號碼', '座机', '市話', '固定电话', '办公电话', '公司电话', '公司電話', '联系电话', '聯絡電話'],
  ],
  mobile: ['mobile', 'cell', 'mobile phone', 'cell phone', 'mobile number', '手机', '手機', '手机号', '手机号码', '手機號碼', '行動電話'],
  email: ['email', 'e-mail', 'mail', 'email address', '邮箱', '郵箱', '电子邮箱', '电子邮件', '電子郵件', '電子信箱', '信箱'],
  wechat: ['wechat', 'weixin', 'wechat id', '微信', '微信号', '微信號'],
  address: ['address', 'office location', 'location', 'street address', '地址', '办公地址', '公司地址', '联系地址', '聯絡地址', '所在地'],
  parent: [
    ...['parent', 'subsidiary of', 'parent company', 'parent account', 'headquarters'],
    ...['母公司', '上级公司', '上级客户', '上層客戶', '所属集团', '总公司', '總公司'],
  ],
  source: ['source', 'lead source', 'channel', '来源', '來源', '客户来源', '线索来源', '渠道'],
  description: ['description', 'notes', 'note', 'remark', 'remarks', 'comment', 'comments', '备注', '備註', '说明', '說明', '描述'],
  givenName: ['first name', 'given name', 'forename', '名'],
  familyName: ['last name', 'family name', 'surname', '姓', '姓氏'],
  jobTitle: ['job title', 'position', 'role', 'title', '职务', '職務', '职位', '職位', '職稱', '职称', '岗位'],
  birthday: ['birthday', 'birth date', 'date of birth', '生日', '出生日期'],
  companyName: ['company', 'company name', 'account', 'organization', '公司', '公司名称', '公司名稱', '单位', '單位'],
  interest: ['interest', 'product interest', '意向产品', '意向產品', '感兴趣的产品'],
  amount: ['amount', 'value', 'close value', 'deal value', 'deal amount', 'deal size', '金额', '金額', '商机金额', '预计金额', '成交金额'],
  probability: ['probability', 'win rate', 'likelihood', '赢率', '贏率', '成交機率', '成交概率', '可能性'],
  closeDate: ['close date', 'expected close', 'expected close date', 'closing date', '预计成交日期', '預計成交日期', '成交日期', '结单日期'],
  closedAt: ['closed at', 'closed on', 'actual close date', '实际成交日期', '實際成交日期', '关闭时间'],
  lossReason: ['loss reason', 'lost reason', 'reason lost', '输单原因', '輸單原因', '失单原因', '丢单原因'],
  category: ['category', 'series', 'type', 'product line', 'family', '类别', '類別', '分类', '分類', '系列'],
  unit: ['unit', 'uom', '单位', '單位', '计量单位'],
  price: ['price', 'sales price', 'unit price', 'list price', 'retail price', '价格', '價格', '单价', '單價', '售价', '售價'],
  isActive: ['active', 'is active', 'enabled', '启用', '啟用', '在售'],
  owner: [
    ...['owner', 'sales agent', 'salesperson', 'sales rep', 'rep', 'account manager', 'account owner', 'deal owner', 'assigned to'],
    ...['负责人', '負責人', '销售', '销售员', '业务员', '業務', '業務員', '客户经理', '跟进人', '所有者'],
  ],
  assignee: ['assignee', 'assigned to', 'responsible', '负责人', '負責人', '执行人'],
  manager: ['manager', 'supervisor', '经理', '主管', '上级'],
  team: ['team', 'regional office', 'region', 'office', 'department', '部门', '部門'],
  subject: ['subject', 'title', 'topic', '主题', '主題', '标题', '標題'],
  dueAt: ['due', 'due date', 'deadline', '截止日期', '截止时间', '到期日'],
  priority: ['priority', '优先级', '優先順序', '重要程度'],
}

/** Units that a header may carry, and what its numbers are multiplied by. */
export const unitFactors: readonly (readonly [RegExp, string])[] = [
  [/亿元?|億元?/, '100000000'],
  [/百万元?|百萬元?|\bmillions?\b|\bmn\b|\bmio\b/i, '1000000'],
  [/万元?|萬元?/, '10000'],
  [/千元|\bthousands?\b/i, '1000'],
]
