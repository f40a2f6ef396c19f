import type { Page } from 'playwright-core'
import type { Translate } from '#web/messages/translate.ts'

/** What a screen needs to be reached. */
export interface Visit {
  readonly page: Page
  readonly address: string
  readonly t: Translate
  readonly phone: boolean
  /** Records that are shown as examples. */
  readonly companyId: string
  readonly dealId: string
}

export interface Screen {
  readonly name: string
  /** Who sees it: before the first run, before signing in, or signed in. */
  readonly as: 'founding' | 'stranger' | 'member'
  readonly only?: 'desktop' | 'phone'
  /** Leads there and waits until all of it is there. */
  open(visit: Visit): Promise<void>
}

const file = {
  name: '客户名单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      '客户名称,统一社会信用代码,行业,员工人数,电话,省,城市',
      '江阴远泓机械有限公司,91320281MA1N7QXC0T,制造业,260,0510-86881234,江苏省,江阴市',
      '宁波海曙灯饰厂,9.1330203E+17,零售,85,0574-87001122,浙江省,宁波市',
      '厦门鹭江食品有限公司,,食品,一百二,0592-5081234,福建省,厦门市',
      '成都天府软件园服务中心,,软件,430,028-85321100,四川省,成都市',
    ].join('\n'),
  ),
}

const go = async ({ page, address }: Visit, path: string) => void (await page.goto(`${address}${path}`))

/** No grey placeholder is left. */
const settled = ({ page }: Visit) =>
  page.waitForFunction(
    () =>
      document.querySelector('[aria-busy="true"], [class*="skeleton" i]') === null &&
      document.querySelector('h1,h2') !== null,
  )

const list = async (visit: Visit, object: string, search = '') => {
  await go(visit, `/o/${object}${search}`)
  await visit.page.locator('[role=row] a, main li a').first().waitFor()
  await settled(visit)
}

const mapping = async (visit: Visit) => {
  await go(visit, '/import/company')
  await visit.page.locator('input[type=file]').setInputFiles(file)
  await visit.page.getByRole('button', { name: visit.t('import.dryRun') }).waitFor()
  await settled(visit)
}

const settings = (section: string): Screen => ({
  name: `settings-${section}`,
  as: 'member',
  async open(visit) {
    await go(visit, `/settings/${section}`)
    await settled(visit)
  },
})

const dialog = ({ page }: Visit) => page.getByRole('dialog').first().waitFor()

/** Every screen of the web app, in the states that differ in looks. */
export const screens: readonly Screen[] = [
  {
    name: 'welcome',
    as: 'founding',
    async open(visit) {
      await go(visit, '/')
      await visit.page.getByRole('button', { name: visit.t('auth.createWorkspace') }).waitFor()
    },
  },
  {
    name: 'sign-in',
    as: 'stranger',
    async open(visit) {
      await go(visit, '/')
      await visit.page.getByRole('button', { name: visit.t('auth.signIn') }).waitFor()
    },
  },
  { name: 'list', as: 'member', open: (visit) => list(visit, 'company') },
  { name: 'list-deals', as: 'member', open: (visit) => list(visit, 'deal', '?sort=-amount') },
  {
    name: 'list-filter',
    as: 'member',
    async open(visit) {
      await list(visit, 'deal', `?filter=${encodeURIComponent('amount > 500000')}`)
      const button = visit.phone ? visit.t('records.filterCount', { count: 1 }) : visit.t('records.filter')
      await visit.page.getByRole('button', { name: button, exact: true }).click()
      await visit.page.getByRole('region', { name: visit.t('records.filterConditions') }).waitFor()
    },
  },
  {
    name: 'list-expression',
    as: 'member',
    async open(visit) {
      await list(visit, 'deal')
      await visit.page.getByRole('button', { name: visit.t('records.filter'), exact: true }).click()
      if (visit.phone) await visit.page.getByRole('button', { name: visit.t('views.moreConditions') }).click()
      await visit.page.getByRole('button', { name: visit.t('records.expression'), exact: true }).click()
      await visit.page.getByRole('textbox', { name: visit.t('records.expression') }).fill('amuont > 50万')
    },
  },
  {
    name: 'list-no-result',
    as: 'member',
    async open(visit) {
      await go(visit, `/o/deal?filter=${encodeURIComponent('amount > 900000000000')}`)
      await visit.page.getByText(visit.t('records.nothingMatches')).waitFor()
      await settled(visit)
    },
  },
  {
    name: 'list-selected',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await list(visit, 'contact')
      for (const key of ['j', 'x', 'j', 'x']) await visit.page.keyboard.press(key)
      await visit.page.getByText(visit.t('records.selected', { count: 2 })).waitFor()
    },
  },
  {
    name: 'record',
    as: 'member',
    async open(visit) {
      await go(visit, `/o/company/${visit.companyId}`)
      await visit.page.getByRole('heading', { level: 1 }).waitFor()
      await settled(visit)
    },
  },
  {
    name: 'record-deal',
    as: 'member',
    async open(visit) {
      await go(visit, `/o/deal/${visit.dealId}`)
      await visit.page.getByRole('list', { name: visit.t('records.stagePath') }).waitFor()
      await settled(visit)
    },
  },
  {
    name: 'record-editing',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await go(visit, `/o/deal/${visit.dealId}`)
      await settled(visit)
      await visit.page
        .locator('dt, span', { hasText: /^(金额|Amount|金額)$/ })
        .last()
        .waitFor()
      await visit.page
        .getByRole('button', { name: new RegExp(visit.t('records.editNamed', { name: '(金额|Amount)' })) })
        .click()
      await visit.page.getByRole('textbox', { name: /^(金额|Amount)$/ }).fill('50万')
    },
  },
  {
    name: 'not-found',
    as: 'member',
    async open(visit) {
      await go(visit, '/o/company/00000000-0000-7000-8000-000000000000')
      await visit.page.getByText(visit.t('records.noRecord')).waitFor()
    },
  },
  {
    name: 'new',
    as: 'member',
    async open(visit) {
      await go(visit, '/o/company/new')
      await visit.page.getByRole('button', { name: visit.t('records.save') }).click()
      await visit.page.locator('[data-refused]').first().waitFor()
    },
  },
  {
    name: 'create-dialog',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await go(visit, `/o/company/${visit.companyId}`)
      await settled(visit)
      await visit.page.locator('aside button').first().click()
      await dialog(visit)
    },
  },
  {
    name: 'import',
    as: 'member',
    async open(visit) {
      await go(visit, '/import/company')
      await visit.page.getByText(visit.t('design.dropFile')).waitFor()
    },
  },
  { name: 'import-mapping', as: 'member', open: mapping },
  {
    name: 'import-result',
    as: 'member',
    async open(visit) {
      await mapping(visit)
      await visit.page.getByRole('button', { name: visit.t('import.dryRun') }).click()
      await visit.page.getByText(visit.t('import.dryRunDone')).waitFor()
    },
  },
  settings('workspace'),
  settings('calendar'),
  settings('members'),
  settings('keys'),
  settings('profile'),
  {
    name: 'add-member',
    as: 'member',
    async open(visit) {
      await go(visit, '/settings/members')
      await settled(visit)
      await visit.page.getByRole('button', { name: visit.t('settings.addMember') }).click()
      await dialog(visit)
    },
  },
  {
    name: 'palette',
    as: 'member',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.keyboard.press('Control+k')
      await visit.page.getByRole('combobox', { name: visit.t('shell.searchOrJump') }).waitFor()
    },
  },
  {
    name: 'keys',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.keyboard.press('?')
      await dialog(visit)
    },
  },
  {
    name: 'inbox',
    as: 'member',
    async open(visit) {
      await go(visit, '/inbox')
      await visit.page.getByText(visit.t('inbox.nothing')).waitFor()
    },
  },
  {
    name: 'create-sheet',
    as: 'member',
    async open(visit) {
      await go(visit, '/inbox')
      await visit.page.getByText(visit.t('inbox.nothing')).waitFor()
      await visit.page.keyboard.press('c')
      await dialog(visit)
    },
  },
  {
    name: 'account-menu',
    as: 'member',
    only: 'desktop',
    async open(visit) {
      await list(visit, 'company')
      await visit.page.getByRole('button', { name: /王芳/ }).first().click()
      await visit.page.getByRole('menuitem', { name: visit.t('shell.signOut') }).waitFor()
    },
  },
  {
    name: 'more',
    as: 'member',
    only: 'phone',
    async open(visit) {
      await list(visit, 'company')
      await visit.page
        .getByRole('navigation', { name: visit.t('shell.navigation') })
        .getByRole('button', { name: visit.t('shell.more'), exact: true })
        .click()
      await dialog(visit)
    },
  },
  {
    name: 'gallery',
    as: 'stranger',
    async open(visit) {
      await go(visit, '/gallery')
      await visit.page.getByRole('heading', { level: 1 }).first().waitFor()
    },
  },
]
