import { type ChineseNames, chineseNames, type Place } from '../chinese.ts'
import type { Random } from '../random.ts'
import { unifiedBusinessNumber } from '../unified-business-number.ts'

const list = (text: string): readonly string[] => text.split(' ')
const trade = (industry: string, weight: number, words: string) => ({ industry, weight, words })
const place = (
  city: string,
  areaCode: string,
  postalCode: string,
  weight: number,
  ...districts: string[]
): Place => ({ province: city, city, areaCode, postalCode, weight, districts })

/** Share of the population in per mille: name statistics of the Ministry of the Interior, 2023, rounded. */
const surnames: ChineseNames['surnames'] = list(
  'chen陳112 lin林83 huang黃60 chang張53 li李51 wang王41 wu吳40 liu劉32 tsai蔡29 yang楊26 hsu許23 cheng鄭19 hsieh謝18 kuo郭15 hung洪15 chiu邱15 tseng曾14 liao廖13 lai賴13 hsu徐12 chou周12 yeh葉12 su蘇11 chuang莊9 chiang江9 lu呂9 ho何8 lo羅8 kao高8 hsiao蕭7 pan潘7 chu朱6 chien簡6 chung鍾6 peng彭6 yu游5 chan詹5 hu胡5 shih施5 shen沈5 yu余4 chao趙4 lu盧4 liang梁4 yen顏4 ko柯4 wong翁3 wei魏3 sun孫3 tai戴3 fan范3 fang方3 sung宋3 teng鄧2 tu杜2 fu傅2 hou侯2 tsao曹2 hsueh薛2 ting丁2',
).map((entry) => {
  const split = entry.search(/\d+$/)
  return [entry.slice(0, split), Number(entry.slice(split))] as const
})

export const names = chineseNames({
  language: 'zh-TW',
  country: 'TW',
  places: [
    place('臺北市', '02', '110', 26, '信義區', '內湖區', '中山區', '大安區', '南港區'),
    place('新北市', '02', '220', 17, '板橋區', '新莊區', '中和區', '汐止區'),
    place('桃園市', '03', '330', 12, '桃園區', '中壢區', '龜山區'),
    place('臺中市', '04', '407', 15, '西屯區', '南屯區', '大里區'),
    place('臺南市', '06', '710', 8, '永康區', '安平區', '善化區'),
    place('高雄市', '07', '806', 11, '前鎮區', '三民區', '楠梓區'),
    place('新竹市', '03', '300', 7, '東區', '北區'),
    place('新竹縣', '03', '302', 5, '竹北市', '湖口鄉'),
  ],
  streets: list('中正路 民生東路 忠孝東路 中山北路 信義路 和平路 復興路 光復路 科技路 工業路 自由路 成功路'),
  houses: ['##號', '###號', '##號#樓', '###號##樓之#'],
  brands: list(
    'hong宏 yuan遠 hsin鑫 hai海 tien天 heng恆 hua華 sheng盛 jui瑞 feng豐 tai泰 an安 li立 bo博 chih智 yun雲 chuang創 hsin新 chi啟 ming明 kuang光 ta達 tung通 chia嘉 he禾 yu裕 kai凱 lung隆 ching景 chen辰 yi億 lien聯 ko科 hsing星 lan藍 ching青 pei北 tung東 cheng誠 te德 shun順 hsiang翔 yueh越 hui匯 chun駿 sung松 chou舟 yao耀 mei美 jun潤',
  ),
  trades: [
    trade('manufacturing', 20, '精密 機械 自動化 工業 模具 五金'),
    trade('electronics', 16, '電子 光電 半導體 精密電子'),
    trade('technology', 9, '科技 智慧科技 物聯網'),
    trade('software', 8, '軟體 資訊 數位 雲端'),
    trade('telecommunications', 2, '通訊 網通'),
    trade('medical', 3, '醫療器材 健康事業'),
    trade('pharmaceutical', 3, '生技 製藥'),
    trade('finance', 2, '租賃 投資顧問'),
    trade('retail', 6, '百貨 生活 家居 服飾'),
    trade('wholesale', 7, '貿易 國際 實業'),
    trade('logistics', 4, '物流 運通 倉儲'),
    trade('construction', 4, '營造 工程 室內裝修'),
    trade('realEstate', 2, '建設 開發'),
    trade('energy', 3, '綠能 能源 電力'),
    trade('chemicals', 3, '化工 材料'),
    trade('food', 5, '食品 餐飲 飲料'),
    trade('education', 2, '教育 文教'),
    trade('media', 2, '文化 影視'),
    trade('marketing', 2, '廣告 行銷 公關'),
    trade('services', 3, '企業管理顧問 檢測'),
    trade('hospitality', 2, '飯店 旅行社'),
  ],
  suffixes: [
    ['股份有限公司', 62],
    ['有限公司', 36],
    ['企業有限公司', 2],
  ],
  surnames,
  givenMale: list(
    'chih志 ming明 chun俊 chieh傑 hung宏 wei偉 chia家 hao豪 cheng承 en恩 yu宇 hsuan軒 kuan冠 ting廷 po柏 han翰 yen彥 hsiang翔 chien建 jen仁 sheng聖 kai凱 jui瑞 che哲 yi毅',
  ),
  givenFemale: list(
    'shu淑 fen芬 mei美 ling玲 ya雅 ting婷 yi怡 chun君 hui惠 hsin欣 pei佩 shan珊 chia佳 yu瑜 ching靜 wen雯 ssu思 han涵 yun芸 chen甄 li麗 hua華 wan宛 ju如 chih芷',
  ),
  singleGivenNames: 0.03,
  positions: [
    ['總經理 總經理室 decisionMaker', 10],
    ['董事長 總經理室 decisionMaker', 5],
    ['副總經理 總經理室 approver', 8],
    ['採購經理 採購部 influencer', 14],
    ['採購專員 採購部 gatekeeper', 9],
    ['資訊經理 資訊部 influencer', 12],
    ['研發協理 研發部 influencer', 7],
    ['廠長 生產部 user', 8],
    ['財務長 財務部 approver', 7],
    ['營運長 營運部 approver', 4],
    ['行銷經理 行銷部 user', 6],
    ['專案經理 專案部 user', 8],
    ['特別助理 總經理室 gatekeeper', 6],
    ['品保經理 品保部 user', 5],
  ],
  registrationNumber: (_place, serial) => unifiedBusinessNumber(serial),
  cityPrefix: () => '',
  // Subscriber numbers of the block 5550, which reads as made up.
  landline: (random: Random, areaCode) => `${areaCode}-5550${random.digits(areaCode === '02' ? 4 : 3)}`,
  // The block 000 behind the prefix keeps the numbers clear of most people's.
  mobile: (random: Random) => `09${random.whole(10, 89)}-000-${random.digits(3)}`,
})
