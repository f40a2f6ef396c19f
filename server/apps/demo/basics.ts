import type { Language } from '#shared/language.ts'
import { uuidv7At } from '#shared/uuid.ts'
import type { Batch } from './generate.ts'
import { Random } from './random.ts'
import { day, iso, roundFigure } from './world.ts'

interface Words {
  /** Name, category, unit, price in yuan. */
  readonly products: readonly (readonly [string, string, string, number])[]
  readonly teams: readonly string[]
  /** Name, job title, index of the team. The first of each team leads it. */
  readonly members: readonly (readonly [string, string, number])[]
}

const words: Readonly<Record<Language, Words>> = {
  'zh-CN': {
    products: [
      ['知客标准版', '软件订阅', '人/年', 1_200],
      ['知客企业版', '软件订阅', '人/年', 2_980],
      ['数据看板模块', '增值模块', '套/年', 18_000],
      ['移动巡检模块', '增值模块', '套/年', 26_000],
      ['实施服务', '服务', '人天', 2_500],
      ['边缘网关 G200', '硬件', '台', 4_600],
      ['驻场运维', '服务', '月', 32_000],
    ],
    teams: ['华东销售部', '华南销售部', '客户成功部'],
    members: [
      ['林知夏', '销售总监', 0],
      ['周明远', '销售经理', 0],
      ['沈青屿', '销售经理', 0],
      ['陈嘉禾', '销售总监', 1],
      ['何一帆', '销售经理', 1],
      ['唐以宁', '客户成功经理', 2],
    ],
  },
  'zh-TW': {
    products: [
      ['知客標準版', '軟體訂閱', '人/年', 1_200],
      ['知客企業版', '軟體訂閱', '人/年', 2_980],
      ['數據儀表板模組', '加值模組', '套/年', 18_000],
      ['行動巡檢模組', '加值模組', '套/年', 26_000],
      ['導入服務', '服務', '人天', 2_500],
      ['邊緣閘道器 G200', '硬體', '台', 4_600],
      ['駐點維運', '服務', '月', 32_000],
    ],
    teams: ['北區業務部', '南區業務部', '客戶成功部'],
    members: [
      ['林知夏', '業務總監', 0],
      ['周明遠', '業務經理', 0],
      ['沈青嶼', '業務經理', 0],
      ['陳嘉禾', '業務總監', 1],
      ['何一帆', '業務經理', 1],
      ['唐以寧', '客戶成功經理', 2],
    ],
  },
  en: {
    products: [
      ['Kith Standard', 'Subscription', 'seat/year', 1_200],
      ['Kith Enterprise', 'Subscription', 'seat/year', 2_980],
      ['Dashboards', 'Add-on', 'site/year', 18_000],
      ['Field inspection', 'Add-on', 'site/year', 26_000],
      ['Implementation', 'Service', 'day', 2_500],
      ['Edge gateway G200', 'Hardware', 'piece', 4_600],
      ['On-site operations', 'Service', 'month', 32_000],
    ],
    teams: ['Sales East', 'Sales West', 'Customer success'],
    members: [
      ['Emma Lindqvist', 'Sales director', 0],
      ['Noah Bennett', 'Account executive', 0],
      ['Priya Shah', 'Account executive', 0],
      ['Lucas Moreau', 'Sales director', 1],
      ['Mia Novak', 'Account executive', 1],
      ['Daniel Ortiz', 'Customer success manager', 2],
    ],
  },
}

/**
 * What demo data stands on in an empty workspace: teams, members who cannot sign in, products. Their ids are what
 * `generateDemo` takes as `users` and `products`. Product codes and members' addresses are the same on every call.
 */
export function demoBasics(options: {
  readonly seed: number
  readonly language: Language
  readonly now: Date
  /** Units of the workspace's currency to one yuan; default 1. */
  readonly scale?: number
}): readonly Batch[] {
  const { products, teams, members } = words[options.language]
  const random = new Random(options.seed)
  const start = options.now.getTime() - 3 * 365 * day - 30 * day
  const created = (index: number) => {
    const moment = start + index * 60_000
    return {
      id: uuidv7At(moment, random.bits(), random.bits(), random.bits()),
      createdAt: iso(moment),
    }
  }
  const teamRecords = teams.map((name, index) => ({ ...created(index), name }))
  const leaders = new Map<number, string>()
  const memberRecords = members.map(([name, jobTitle, team], index) => {
    const record = created(10 + index)
    const managerId = leaders.get(team)
    if (managerId === undefined) leaders.set(team, record.id)
    return {
      ...record,
      name,
      jobTitle,
      email: `member${index + 1}@kith.example`,
      teamId: teamRecords[team]!.id,
      ...(managerId !== undefined && { managerId }),
    }
  })
  const productRecords = products.map(([name, category, unit, price], index) => ({
    ...created(20 + index),
    name,
    code: `DEMO-${String(index + 1).padStart(3, '0')}`,
    category,
    unit,
    price: String(roundFigure(price * (options.scale ?? 1))),
    isActive: true,
  }))
  return [
    { object: 'team', records: teamRecords },
    { object: 'user', records: memberRecords },
    { object: 'product', records: productRecords },
  ]
}
