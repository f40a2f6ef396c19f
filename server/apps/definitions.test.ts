import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { FieldSettings } from '#shared/fields/field-type.ts'
import { fieldTypes, parseValue } from '#shared/fields/index.ts'
import { type Label, languages } from '#shared/language.ts'
import { systemFields } from '#shared/metadata/system-fields.ts'
import { shippedObjects } from './index.ts'

/** Frequent characters that are written otherwise in Taiwan. */
const simplifiedOnly = new Set(
  '业产户级态员营数编号联线机销单竞争对话电邮职务进备开关赢输阶优录图书质车问题东门间见长马鸟贝页风飞时会说语请记认让这过还选边达运远连迟适应广庆库废张强归当徐总恢恶惊愿戏战扩扫报担拥' +
    '择换损摇断无旧显术权条来极构标树样检楼欢款歼气汇汉没济测浓涨渐满灭灵点热爱状独献现环画监盘矿码础确离种积称稳穷窍竖笔签简类粮纠红约纪纯纸练组细终经结给络绝统继续维综绿缴网罗罚脑节药' +
    '获虑虚虽补装观规视览觉触订讨训议讯讲许论设访证评识诉词译试诗询该详误诸读谁调谈谢费贸资购贵贷赏赔赖赛赞轨转轮软轻载较辅辆辑迁违递遗郑酿释针钟钢钱铁铜银铺链锁错键镇闭闲闻阅阳阴阵际陆' +
    '陈险随隐难须顾顿预领频颜额饭饮馆驶驱验骗鱼鲜麦黄齐龙',
)

const names = /^[a-z][A-Za-z0-9]*$/
const objects = new Map(shippedObjects.map((object) => [object.name, object]))
const fields = shippedObjects.flatMap((object) =>
  object.fields.map((field) => ({ where: `${object.name}.${field.name}`, object, field })),
)

function labels(): { where: string; label: Label }[] {
  const found: { where: string; label: Label | undefined }[] = []
  for (const object of shippedObjects) {
    found.push({ where: object.name, label: object.label })
    found.push({ where: `${object.name}, plural`, label: object.pluralLabel })
    found.push({ where: `${object.name}, description`, label: object.description })
    for (const section of object.sections ?? [])
      found.push({ where: `${object.name}, section`, label: section.label })
  }
  for (const { where, field } of fields) {
    found.push({ where, label: field.label })
    found.push({ where: `${where}, help`, label: field.help })
    found.push({ where: `${where}, inverse`, label: field.inverseLabel })
    for (const option of field.options ?? [])
      found.push({ where: `${where} = ${option.value}`, label: option.label })
  }
  return found.filter((row): row is { where: string; label: Label } => row.label !== undefined)
}

test('objects and fields have distinct names of the allowed form', () => {
  expect(objects.size).toBe(shippedObjects.length)
  for (const object of shippedObjects) {
    expect(object.name).toMatch(names)
    const own = object.fields.map(({ name }) => name)
    expect(new Set(own).size, object.name).toBe(own.length)
    for (const name of own) expect(name, object.name).toMatch(names)
  }
})

test('every label is there in three languages', () => {
  for (const { where, label } of labels())
    for (const language of languages) expect(label[language].trim(), `${where} ${language}`).not.toBe('')
})

test('traditional labels hold no simplified characters, and no label breaks the rules of style', () => {
  for (const { where, label } of labels()) {
    const wrong = [...label['zh-TW']].filter((character) => simplifiedOnly.has(character))
    expect(wrong, `${where}: ${label['zh-TW']}`).toEqual([])
    for (const chinese of [label['zh-CN'], label['zh-TW']])
      expect(chinese, where).not.toMatch(/请|請|！|[,;:!?()]/)
    expect(label.en, where).not.toMatch(/please|!|\p{Script=Han}/iu)
  }
})

test('every object has a plural, an icon of the set, an application and a title', () => {
  for (const object of shippedObjects) {
    expect(object.pluralLabel, object.name).toBeDefined()
    const icon = `Icon${(object.icon ?? '').replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase())}`
    expect(existsSync(`node_modules/@tabler/icons-react/dist/esm/icons/${icon}.mjs`), icon).toBe(true)
    expect(['sales', 'work', 'settings', 'system']).toContain(object.app)
    expect(object.fields.find(({ name }) => name === (object.title ?? 'name'))?.type, object.name).toBe(
      'text',
    )
  }
})

test('columns, sections and the date of the rate name fields, none twice', () => {
  for (const object of shippedObjects) {
    const known = new Set([...object.fields, ...systemFields].map(({ name }) => name))
    const sections = (object.sections ?? []).flatMap((section) => section.fields)
    expect(object.columns?.length, object.name).toBeGreaterThan(1)
    for (const list of [object.columns ?? [], sections]) {
      expect(new Set(list).size, object.name).toBe(list.length)
      for (const name of list) expect(known, object.name).toContain(name)
    }
    if (object.rateDate !== undefined) expect(known).toContain(object.rateDate)
  }
})

test('relations point to an object and name the list on its side, and only they do', () => {
  for (const { where, field } of fields) {
    const points = ['relation', 'relations'].includes(field.type)
    expect(field.to !== undefined, where).toBe(points)
    if (field.to !== undefined) expect(objects.has(field.to), where).toBe(true)
    if (field.inverseLabel !== undefined) expect(field.type, where).toBe('relation')
  }
})

const settings = [
  'options',
  'to',
  'multiple',
  'decimals',
  'min',
  'max',
  'maxLength',
  'prefix',
  'digits',
] as const

test('fields have only settings that their type understands', () => {
  for (const { where, field } of fields) {
    const understood: readonly (keyof FieldSettings)[] = fieldTypes[field.type].settings
    for (const setting of settings)
      if (field[setting] !== undefined) expect(understood, `${where} ${setting}`).toContain(setting)
    if (field.unique) expect(fieldTypes[field.type].uniqueable, where).toBe(true)
  }
})

test('a default is a value of its field or an expression', () => {
  for (const { where, field } of fields) {
    if (field.default === undefined) continue
    if (typeof field.default === 'object') expect(field.default, where).toEqual({ expression: 'now()' })
    else expect(parseValue(field, field.default), where).toEqual({ ok: true, value: field.default })
  }
})

test('a selection has distinct options, and its default is one of them', () => {
  for (const { where, field } of fields) {
    expect(field.options !== undefined, where).toBe(field.type === 'select')
    const values = (field.options ?? []).map(({ value }) => value)
    expect(new Set(values).size, where).toBe(values.length)
    for (const language of languages) {
      const texts = (field.options ?? []).map((option) => option.label[language])
      expect(new Set(texts).size, `${where} ${language}`).toBe(texts.length)
    }
    if (field.type === 'select' && field.default !== undefined) expect(values).toContain(field.default)
  }
})

test('labels of one object are distinct, so that an expression may name fields by them', () => {
  for (const object of shippedObjects)
    for (const language of languages) {
      const texts = object.fields.map((field) => field.label[language])
      expect(new Set(texts).size, `${object.name} ${language}`).toBe(texts.length)
    }
})

test('no field hides a system field, but the main team of a member', () => {
  const system = new Set(['id', 'currency', ...systemFields.map(({ name }) => name)])
  expect(fields.filter(({ field }) => system.has(field.name)).map(({ where }) => where)).toEqual([
    'user.team',
  ])
})

test('keys that a company matches on are unique', () => {
  expect(fields.filter(({ field }) => field.unique).map(({ where }) => where)).toEqual([
    'company.registrationNumber',
    'company.code',
    'product.code',
    'user.email',
  ])
})
