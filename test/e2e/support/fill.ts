import type { Locator, Page } from 'playwright-core'
import type { FieldTypeName } from '#shared/fields/field-type.ts'
import type { Translate } from '#web/messages/translate.ts'

/** Types into an input and leaves it. */
export async function typeInto(input: Locator, text: string): Promise<void> {
  await input.fill(text)
}

/** Narrows a list by what is typed and takes the choice that shows that name, once the list has answered. */
export async function choose(page: Page, input: Locator, typed: string, name: string): Promise<void> {
  await input.click()
  await input.fill(typed)
  // Its own list: that of the field before may still be closing, with choices of the same names.
  const list = await input.getAttribute('aria-controls')
  const own = list === null ? '' : `:is([id="${list}"], [id="${list}"] *)`
  await page
    .locator(`[role=listbox]${own}:not([aria-busy=true])`)
    .getByRole('option', { name })
    .first()
    .click()
}

export interface Sample {
  /** Puts the value into the field's editor, as a hand would. */
  fill(editor: Editor): Promise<void>
  /** What the record page shows of it. */
  readonly shown: string | RegExp
}

export interface Editor {
  readonly page: Page
  readonly t: Translate
  /** The input that bears the field's label. */
  readonly input: Locator
  /** What surrounds all inputs of the field. */
  readonly place: Locator
}

const typed = (text: string, shown: string | RegExp = text): Sample => ({
  fill: ({ input }) => typeInto(input, text),
  shown,
})
const chosen = (search: string, name: string): Sample => ({
  fill: ({ page, input }) => choose(page, input, search, name),
  shown: name,
})

interface Pair {
  /** Of the form in which the record is made. */
  readonly created: Sample
  /** Of the field of the record page, afterwards. */
  readonly edited: Sample
}

const upload = (name: string): Sample => ({
  async fill({ page, place, t }) {
    const chooser = page.waitForEvent('filechooser')
    await place.getByText(t('design.chooseFile'), { exact: true }).click()
    await (await chooser).setFiles({ name, mimeType: 'text/plain', buffer: Buffer.from('内容') })
    await place.getByText(name).waitFor()
  },
  shown: name,
})

const rated = (stars: number): Sample => ({
  async fill({ place }) {
    await place
      .locator(`input[type=radio][value="${stars}"]`)
      .locator('xpath=following-sibling::label[1]')
      .click()
  },
  shown: '',
})

const kind = (object: string, search: string, name: string): Sample => ({
  async fill({ page, place, t }) {
    await place.getByRole('combobox', { name: t('fields.kindOfRecord') }).click()
    await page.getByRole('option', { name: object, exact: true }).click()
    await choose(page, place.locator('input:not([type=hidden])').last(), search, name)
  },
  shown: name,
})

/** For every type of field that is filled by hand: what is put in, and what must then be seen. */
export const samples: Readonly<Record<Exclude<FieldTypeName, 'autoNumber'>, Pair>> = {
  text: { created: typed('第一份样品'), edited: typed('改过的样品') },
  longText: { created: typed('第一行\n第二行', /第一行\s+第二行/), edited: typed('另一段') },
  richText: {
    created: { fill: ({ page, place }) => typeRich(page, place, '说明文字'), shown: '说明文字' },
    edited: { fill: ({ page, place }) => typeRich(page, place, '新说明'), shown: '新说明' },
  },
  number: { created: typed('1,234.5', '1,234.5'), edited: typed('3万', '30,000') },
  money: { created: typed('50万', /500,000/), edited: typed('1.2k', /1,200/) },
  percent: { created: typed('12.5%', '12.5%'), edited: typed('30', '30%') },
  boolean: {
    created: { fill: ({ input }) => input.press(' '), shown: '是' },
    edited: { fill: ({ input }) => input.press(' '), shown: '否' },
  },
  date: { created: typed('2031年5月6日', '2031年5月6日'), edited: typed('2031-07-08', '2031年7月8日') },
  dateTime: {
    created: typed('2031-05-06 14:30', '2031年5月6日 14:30'),
    edited: typed('2031-07-08 09:15', '2031年7月8日 09:15'),
  },
  select: { created: chosen('甲', '选项甲'), edited: chosen('乙', '选项乙') },
  multiSelect: { created: chosen('甲', '选项甲'), edited: chosen('丙', '选项丙') },
  tags: { created: enter('重点'), edited: enter('回访') },
  email: { created: typed('li@example.com'), edited: typed('zhao@example.com') },
  phone: { created: typed('13800138001', /138\s?0013\s?8001/), edited: typed('021-55502218', /55502218/) },
  url: { created: typed('kith.example/a'), edited: typed('https://kith.example/b', 'kith.example/b') },
  address: {
    created: {
      fill: ({ page, place, t }) =>
        choose(page, place.getByRole('combobox', { name: t('fields.region') }), 'hangzhou', '杭州市'),
      shown: /浙江省杭州市/,
    },
    edited: pasted('上海市浦东新区世纪大道100号 顾承宇 13862014477', /上海市浦东新区世纪大道100号/),
  },
  rating: { created: rated(4), edited: rated(2) },
  user: { created: chosen('wf', '王芳'), edited: chosen('zm', '赵敏') },
  relation: { created: chosen('hwjs', '华为技术'), edited: chosen('qykj', '青屿科技') },
  relations: { created: chosen('lzx', '林知夏'), edited: chosen('czq', '陈子谦') },
  anyRecord: { created: kind('客户', 'hwjs', '华为技术'), edited: kind('联系人', 'lzx', '林知夏') },
  file: { created: upload('合同.txt'), edited: upload('合同二.txt') },
  json: { created: typed('{"层":[1,2]}', /"层"/), edited: typed('{"页":3}', /"页"/) },
}

function enter(text: string): Sample {
  return {
    async fill({ page, input, t }) {
      await input.click()
      await input.fill(text)
      await page.getByRole('option', { name: t('fields.createNamed', { name: text }) }).waitFor()
      await input.press('Enter')
      await input.press('Tab')
    },
    shown: text,
  }
}

/** A whole address, pasted into one of its parts. */
function pasted(text: string, shown: RegExp): Sample {
  return {
    async fill({ place, t }) {
      const street = place.getByLabel(t('fields.street'), { exact: true })
      await street.click()
      await street.evaluate((input, content) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/plain', content)
        input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, text)
    },
    shown,
  }
}

async function typeRich(page: Page, place: Locator, text: string): Promise<void> {
  await place.getByRole('textbox').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type(text)
}
