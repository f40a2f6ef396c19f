import type { ActivityTexts } from '../culture.ts'

export const activities: readonly ActivityTexts[] = [
  {
    kind: 'call',
    weight: 27,
    subjects: ['与{contact}电话沟通{topic}', '电话回访{contact}', '报价后电话跟进', '{topic}范围确认'],
    openings: [
      '{contact}接听，聊了约十分钟。',
      '电话中{contact}介绍了目前的情况。',
      '{contact}在开会，约好下午再打，后来回了电话。',
      '和{contact}确认了{topic}的范围。',
    ],
  },
  {
    kind: 'wechat',
    weight: 25,
    subjects: ['{contact}微信咨询交期', '微信发送案例给{contact}', '{contact}发来现场资料', '微信核对报价'],
    openings: [
      '{contact}在微信上问了交付周期。',
      '把案例资料发给{contact}，对方已读。',
      '{contact}发来现场照片和点位表。',
      '微信里和{contact}对了一遍报价明细。',
    ],
  },
  {
    kind: 'visit',
    weight: 13,
    subjects: ['上门拜访{company}', '拜访{contact}', '现场勘查{company}', '{topic}需求座谈'],
    openings: [
      '到{company}现场，{contact}带着看了车间和机房。',
      '和同事一起拜访，见到了{contact}和项目组。',
      '现场确认了{topic}的实施条件。',
      '拜访顺利，{contact}安排了使用部门一起座谈。',
    ],
  },
  {
    kind: 'meeting',
    weight: 13,
    subjects: ['与{company}线上会议', '{topic}产品演示', '商务条款讨论', '{topic}方案评审会'],
    openings: [
      '线上会议，{contact}和三位同事参加。',
      '会上演示了{topic}的主要流程。',
      '讨论了合同条款和付款节点。',
      '评审会上{contact}提了七条意见，已逐条记录。',
    ],
  },
  {
    kind: 'email',
    weight: 11,
    subjects: ['发送{topic}报价单', '{topic}技术方案', '合同草案', '回复{contact}的问题'],
    openings: [
      '已把报价单发给{contact}，总价{amount}。',
      '按{contact}的要求更新了技术方案。',
      '发送合同草案，等待法务意见。',
      '邮件回复了{contact}关于售后的问题。',
    ],
  },
  {
    kind: 'note',
    weight: 11,
    subjects: ['决策链梳理', '竞争情况', '客户背景', '{topic}内部评估'],
    openings: [
      '决策链：{contact}负责选型，总经理最后拍板。',
      '竞争对手也在接触，报价比我们低一些。',
      '{company}今年有扩产计划，预算比去年宽松。',
      '内部评估后认为{topic}值得投入售前资源。',
    ],
  },
]

export const middles = [
  '预算大约{amount}，需要走招标流程。',
  '预算已批到{amount}，希望本季度内定下来。',
  '对价格比较敏感，希望分三期付款。',
  '主要担心上线周期和数据迁移。',
  '比较认可同行业的案例，想去现场看看。',
  '使用部门意见一致，财务还要再审一轮。',
  '现有系统合同年底到期，时间比较紧。',
  '希望先试用一个月，再决定采购数量。',
  '对接口和权限问得很细，技术上没有大问题。',
  '提到另一家供应商的交付出过问题。',
  '要求提供近三年的业绩和资质文件。',
  '希望增加移动端审批，其余需求不变。',
]

export const endings = [
  '下周二前给出新版方案。',
  '约好下周再沟通一次。',
  '资料已发送，等对方内部讨论。',
  '需要技术同事配合评估工作量。',
  '对方会在月底前答复。',
  '下一步安排产品演示。',
  '先保持联系，节后再推进。',
  '准备合同，走内部审批。',
  '',
  '',
]

export const nextSteps = [
  '提交新版报价',
  '安排产品演示',
  '约总经理面谈',
  '等待法务审核合同',
  '确认付款节点',
  '提供同行业案例',
  '现场勘查',
  '准备投标文件',
  '跟进预算审批',
  '发送试用账号',
]

export const tasks = [
  '给{contact}回电话',
  '发送{topic}报价单',
  '准备{topic}演示',
  '跟进{company}合同审批',
  '预约{contact}上门拜访',
  '整理{topic}会议纪要',
  '催{company}首付款',
  '给{contact}寄样品',
  '更新{topic}实施计划',
  '确认{company}开票信息',
]

export const leadNotes = [
  '展会上留下名片，想了解价格和交付周期。',
  '官网提交表单，咨询{topic}。',
  '老客户推荐，近期有采购计划。',
  '下载了白皮书，还没有明确预算。',
  '朋友圈看到案例后加了微信。',
  '招标公告上的联系人，需要确认资质要求。',
]

export const companyNotes = [
  '行业内口碑不错，决策流程较长。',
  '每年三月和九月做预算，注意时间点。',
  '与集团总部统一采购，需同时跟进总部。',
  '老板重视数字化，愿意尝试新方案。',
  '付款一向准时。',
  '之前用过竞品，对服务响应不满意。',
]

export const tags = [
  '重点',
  '续约',
  '样板客户',
  '老客户',
  '价格敏感',
  '招标',
  '专精特新',
  '出口型',
  '决策快',
  '集团客户',
]

export const things =
  '产线 仓储 门店 客服系统 数据平台 会员系统 质检系统 智慧园区 生产设备 办公网络 订单系统 能耗监测 移动巡检 供应商管理 视频会议 备件管理'.split(
    ' ',
  )
export const actions = '扩容 升级 改造 采购 数字化 建设 集成 运维'.split(' ')
export const phases = ['', '', '', '一期', '二期', '三期', '总部', '华东']
