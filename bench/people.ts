import { english } from '#server/apps/demo/en/culture.ts'
import { Random } from '#server/apps/demo/random.ts'
import { mainland } from '#server/apps/demo/zh-cn/culture.ts'
import { taiwan } from '#server/apps/demo/zh-tw/culture.ts'
import { uuidv7At } from '#shared/uuid.ts'

/** Wire JSON of a record. */
export type WireRecord = Readonly<Record<string, unknown>> & { readonly id: string }

const cultures = [mainland, mainland, mainland, taiwan, english] as const

/** The world of the benchmark, equal in every run: companies, and the contacts that are spread over them and their owners. */
export class People {
  readonly #random: Random
  #serial = 0

  constructor(seed: number) {
    this.#random = new Random(seed)
  }

  company(ownerIds: readonly string[], createdAt: number): WireRecord {
    const random = this.#random
    const culture = random.pick(cultures)
    this.#serial += 1
    const { name, legalName, industry, phone, address } = culture.company(random, this.#serial)
    return {
      id: this.#id(createdAt),
      createdAt: new Date(createdAt).toISOString(),
      ownerId: random.pick(ownerIds),
      ...{ name, legalName, industry, phone, address },
    }
  }

  /** `createdAt` undefined leaves id and time to the server. */
  contact(companyIds: readonly string[], ownerIds: readonly string[], createdAt?: number): WireRecord {
    const random = this.#random
    const culture = random.pick(cultures)
    const { name, givenName, familyName, mailbox } = culture.person(random)
    const { jobTitle, department, role } = culture.position(random)
    return {
      id: this.#id(createdAt ?? 0),
      ...(createdAt !== undefined && { createdAt: new Date(createdAt).toISOString() }),
      ...{ name, givenName, familyName, jobTitle, department, role },
      companyId: random.pick(companyIds),
      ownerId: random.pick(ownerIds),
      email: `${mailbox}@company${random.whole(1, 9_999)}.example`,
      mobile: culture.mobile(random),
      ...(random.chance(0.5) && { wechat: `${mailbox.replace('.', '_')}${random.digits(2)}` }),
      ...(random.chance(0.1) && { tags: [random.pick(['VIP', '老客户', '展会', 'Newsletter'])] }),
    }
  }

  #id(milliseconds: number): string {
    const random = this.#random
    return uuidv7At(milliseconds, random.bits(), random.bits(), random.bits())
  }
}
