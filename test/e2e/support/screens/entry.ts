import { go, type Screen } from '../visit.ts'

/** Before anybody is signed in. */
export const entryScreens: readonly Screen[] = [
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
      await visit.page.getByRole('button', { name: visit.t('auth.signIn'), exact: true }).waitFor()
      // The ways beside the password come after it.
      const provider = visit.t('providers.signInWith', { name: '公司账号' })
      await visit.page.getByRole('button', { name: provider }).waitFor()
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
