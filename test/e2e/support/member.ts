import type { BrowserContext } from 'playwright-core'
import type { Language } from '#shared/language.ts'
import { colleague } from './furnish.ts'
import { type Api, founder, type Kith } from './kith.ts'
import type { Screen, Visit } from './visit.ts'
import { wordsOf } from './words.ts'

/** Signs the whole context in without its pages noticing. */
export async function signIn(
  context: BrowserContext,
  { address }: Kith,
  identifier: string = founder.email,
  password: string = founder.password,
): Promise<void> {
  const answer = await context.request.post(`${address}/api/v1/auth/sign-in`, {
    data: { identifier, password },
  })
  if (!answer.ok()) throw new Error(`nobody was signed in: ${await answer.text()}`)
}

/** The language that the person of this context chose on this device. */
export async function speak(context: BrowserContext, language: Language): Promise<void> {
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('kith.language') === null) localStorage.setItem('kith.language', chosen)
  }, language)
}

interface Person {
  readonly context: BrowserContext
  readonly kith: Kith
  readonly as: Screen['as']
  readonly language: Language
}

/** Makes a browser that of somebody who may see such screens. */
export async function become({ context, kith, as, language }: Person): Promise<void> {
  await speak(context, language)
  if (as === 'member') await signIn(context, kith)
  if (as === 'colleague') await signIn(context, kith, colleague.email, colleague.password)
}

type Examples = Pick<Visit, 'companyId' | 'dealId'>

interface Opening extends Omit<Person, 'as'> {
  readonly phone: boolean
  readonly records: Examples
}

const kept = 'local_storage,indexeddb,cache_storage,service_workers'

/** A page in such a browser. What was loaded for earlier ones stays, what they kept does not. */
export async function openPage({ context, kith, language, phone, records }: Opening): Promise<Visit> {
  const page = await context.newPage()
  page.setDefaultTimeout(30_000)
  const session = await context.newCDPSession(page)
  await session.send('Storage.clearDataForOrigin', { origin: kith.address, storageTypes: kept })
  await session.detach()
  return { page, address: kith.address, t: await wordsOf(language), phone, ...records }
}

/** The company with the largest deal in negotiation, and that deal: full of related records. */
export async function exampleRecords(api: Api): Promise<Examples> {
  interface Deal {
    readonly id: string
    readonly companyId: string
  }
  const { data } = await api.get<{ data: Deal[] }>(
    `/records/deal?limit=1&sort=-amount&filter=${encodeURIComponent('stage.outcome = "open" and not isBlank(company)')}`,
  )
  const [deal] = data
  if (deal === undefined) throw new Error('there is no deal to show')
  return { companyId: deal.companyId, dealId: deal.id }
}
