import { type ChineseNames, chineseNames } from '../chinese.ts'
import type { Random } from '../random.ts'
import { socialCreditCode } from '../social-credit-code.ts'
import { houses, places, streets } from './places.ts'

const list = (text: string): readonly string[] => text.split(' ')
const trade = (industry: string, weight: number, words: string) => ({ industry, weight, words })

/** Share of the population in per mille: name report of the Ministry of Public Security, 2020, rounded. */
const surnames: ChineseNames['surnames'] = list(
  'wang王72 li李71 zhang张68 liu刘52 chen陈45 yang杨31 huang黄22 zhao赵21 wu吴20 zhou周19 xu徐15 sun孙15 ma马13 zhu朱13 hu胡12 guo郭12 he何11 lin林11 gao高10 luo罗10 zheng郑9 liang梁8 xie谢7 song宋7 tang唐6 xu许6 han韩6 deng邓6 feng冯6 cao曹6 peng彭5 zeng曾5 xiao肖5 tian田5 dong董4 pan潘4 yuan袁4 cai蔡4 jiang蒋4 yu余4 yu于4 du杜4 ye叶4 cheng程4 wei魏4 su苏4 lv吕4 ding丁4 ren任3 lu卢3 yao姚3 shen沈3 zhong钟3 jiang姜3 cui崔3 tan谭3 lu陆3 fan范3 wang汪3 liao廖3 shi石2 jin金2 wei韦2 jia贾2 xia夏2 fu付2 fang方2 zou邹2 xiong熊2 bai白2 meng孟2 qin秦2 qiu邱2 jiang江2 yin尹2 xue薛2 yan阎2 duan段2 lei雷2 hou侯2 long龙2 shi史2 tao陶1 li黎1 he贺1 gu顾2 mao毛1 hao郝1 gong龚1 shao邵1 wan万1 qian钱1 yan严1 ouyang欧阳1 sima司马0.2 zhuge诸葛0.2 shangguan上官0.2',
).map((entry) => {
  const split = entry.search(/[\d.]+$/)
  return [entry.slice(0, split), Number(entry.slice(split))] as const
})

const mobilePrefixes = list(
  '135 136 137 138 139 150 151 158 159 182 187 188 130 131 132 155 156 185 186 133 153 177 180 181 189',
)

export const names = chineseNames({
  language: 'zh-CN',
  country: 'CN',
  places,
  streets,
  houses,
  brands: list(
    'hong泓 yuan远 xin鑫 hai海 tian天 heng恒 hua华 sheng盛 rui瑞 feng丰 tai泰 an安 zhong中 bo博 zhi智 yun云 chuang创 xin新 qi启 ming明 guang光 da达 tong通 jia嘉 he禾 yu裕 kai凯 long隆 jing景 chen辰 yi亿 lian联 ke科 xing星 lan蓝 qing青 bei北 dong东 nan南 shan山 chuan川 jiang江 cheng诚 de德 shun顺 xiang翔 yue越 hui汇 jun骏 lin林 song松 bai柏 qiao桥 zhou舟 fan帆 yao耀 zhen臻 mu沐 yi屹 shuo朔 ze泽 nuo诺 si思 mai迈',
  ),
  trades: [
    trade('manufacturing', 22, '精密制造 机械制造 自动化设备 智能装备 模具 五金制品 数控机床 包装材料'),
    trade('technology', 9, '智能科技 物联网科技 数字科技 机器人'),
    trade('software', 9, '软件 信息技术 云计算 数据服务'),
    trade('electronics', 7, '电子 光电 半导体 传感器'),
    trade('automotive', 4, '汽车零部件 新能源汽车 汽车电子'),
    trade('medical', 4, '医疗器械 健康管理 口腔医疗'),
    trade('pharmaceutical', 3, '生物医药 制药'),
    trade('finance', 3, '融资租赁 投资管理 商业保理'),
    trade('insurance', 1, '保险代理 保险经纪'),
    trade('retail', 6, '商贸连锁 生活超市 家居 服饰'),
    trade('wholesale', 6, '国际贸易 供应链管理 进出口'),
    trade('logistics', 5, '物流 供应链 冷链物流 仓储'),
    trade('construction', 5, '建筑工程 装饰工程 钢结构'),
    trade('realEstate', 2, '置业 物业服务 园区运营'),
    trade('energy', 3, '新能源 光伏科技 电力设备 储能科技'),
    trade('chemicals', 3, '化工 新材料 涂料'),
    trade('food', 4, '食品 餐饮管理 乳业 饮料'),
    trade('agriculture', 2, '农业科技 种业 生态农业'),
    trade('education', 3, '教育科技 教育咨询 职业培训'),
    trade('media', 2, '文化传媒 影视传媒'),
    trade('entertainment', 1, '文化娱乐 互动娱乐'),
    trade('marketing', 2, '广告 营销策划 公关'),
    trade('employment', 1, '人力资源 劳务服务'),
    trade('services', 4, '管理咨询 检测技术 企业服务 知识产权'),
    trade('telecommunications', 2, '通信技术 通信工程'),
    trade('hospitality', 2, '酒店管理 旅游'),
  ],
  suffixes: [
    ['有限公司', 78],
    ['股份有限公司', 12],
    ['集团有限公司', 6],
    ['有限责任公司', 4],
  ],
  surnames,
  givenMale: list(
    'wei伟 qiang强 lei磊 jun军 yong勇 jie杰 tao涛 ming明 chao超 hao浩 bo博 yu宇 xuan轩 ze泽 jian建 guo国 hua华 wen文 zhi志 peng鹏 fei飞 bin斌 hui辉 gang刚 ping平 yang洋 kai凯 rui睿 chen晨 heng恒 cheng承 yi毅 liang亮 song松 long龙 zi子 hang航 yuan远 shu书 xin鑫',
  ),
  givenFemale: list(
    'fang芳 na娜 min敏 jing静 li丽 yan艳 juan娟 xia霞 xiu秀 ying英 yan燕 hong红 mei梅 ting婷 xue雪 lin琳 jia佳 xin欣 yi怡 meng梦 yue悦 han涵 yu雨 ying颖 qian倩 lan兰 zhi芷 xi茜 wan婉 qing清 shu淑 yao瑶 si思 zi紫 lu璐 hui慧 xiao晓 lei蕾 ning宁 zhi知',
  ),
  singleGivenNames: 0.18,
  positions: [
    ['总经理 总经办 decisionMaker', 9],
    ['董事长 总经办 decisionMaker', 3],
    ['副总经理 总经办 approver', 7],
    ['采购经理 采购部 influencer', 13],
    ['采购专员 采购部 gatekeeper', 8],
    ['技术总监 技术部 influencer', 9],
    ['IT经理 信息部 influencer', 9],
    ['信息中心主任 信息部 influencer', 4],
    ['生产经理 生产部 user', 8],
    ['设备主管 设备部 user', 6],
    ['财务总监 财务部 approver', 7],
    ['财务经理 财务部 approver', 4],
    ['运营总监 运营部 influencer', 6],
    ['市场经理 市场部 user', 5],
    ['项目经理 项目部 user', 8],
    ['行政主管 行政部 gatekeeper', 5],
    ['人力资源经理 人力资源部 user', 4],
    ['销售总监 销售部 influencer', 5],
    ['品质经理 品质部 user', 4],
    ['总经理助理 总经办 gatekeeper', 4],
  ],
  registrationNumber: socialCreditCode,
  cityPrefix: (city) => city.replace(/市$/, ''),
  // Subscriber numbers of the block 5550, which reads as made up.
  landline: (random: Random, areaCode) => `${areaCode}-5550${random.digits(4)}`,
  // The block 0000 behind a network's prefix keeps the numbers clear of most people's.
  mobile: (random: Random) => `${random.pick(mobilePrefixes)}0000${random.digits(4)}`,
})
