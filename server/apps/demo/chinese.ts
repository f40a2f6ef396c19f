import type { Address, CompanyIdentity, Culture, Person, Position } from './culture.ts'
import { type Random, weighted } from './random.ts'

/** A character and how it is read: `hong泓`. */
type Syllable = string

export interface Place {
  readonly province: string
  readonly city: string
  readonly areaCode: string
  readonly postalCode: string
  readonly weight: number
  /** `name code`; none where a city has no districts. */
  readonly districts: readonly string[]
  /** Of the city itself, where it has no districts. */
  readonly code?: string
}

export interface ChineseNames {
  readonly language: 'zh-CN' | 'zh-TW'
  readonly country: string
  readonly places: readonly Place[]
  readonly streets: readonly string[]
  /** House number and floor, `#` being digits. */
  readonly houses: readonly string[]
  readonly brands: readonly Syllable[]
  readonly trades: readonly { readonly industry: string; readonly weight: number; readonly words: string }[]
  readonly suffixes: readonly (readonly [string, number])[]
  readonly surnames: readonly (readonly [Syllable, number])[]
  readonly givenMale: readonly Syllable[]
  readonly givenFemale: readonly Syllable[]
  readonly singleGivenNames: number
  readonly positions: readonly (readonly [string, number])[]
  readonly registrationNumber: (place: string, serial: number) => string
  readonly cityPrefix: (city: string) => string
  readonly landline: (random: Random, areaCode: string) => string
  readonly mobile: (random: Random) => string
}

const syllable = (text: string): readonly [string, string] => {
  const split = text.search(/[^a-z]/)
  return [text.slice(split), text.slice(0, split)]
}

type Names = Pick<Culture, 'language' | 'company' | 'person' | 'position' | 'mobile'>

/** Companies and people as they are called in Chinese. */
export function chineseNames(names: ChineseNames): Names {
  const placeAt = weighted(names.places.map((place) => [place, place.weight] as const))
  const tradeAt = weighted(
    names.trades.map((trade) => [{ ...trade, list: trade.words.split(' ') }, trade.weight] as const),
  )
  const suffixAt = weighted(names.suffixes)
  const surnameAt = weighted(names.surnames.map(([text, weight]) => [syllable(text), weight] as const))
  const positionAt = weighted(names.positions)
  const brands = names.brands.map(syllable)
  const given = [names.givenMale.map(syllable), names.givenFemale.map(syllable)] as const

  function company(random: Random, serial: number): CompanyIdentity {
    const place = placeAt(random.unit())
    const trade = tradeAt(random.unit())
    const [first, firstReading] = random.pick(brands)
    const [second, secondReading] = random.pick(brands.filter(([character]) => character !== first))
    const word = random.pick(trade.list)
    const district = place.districts.length === 0 ? undefined : random.pick(place.districts)
    const [districtName, code = place.code ?? ''] = district?.split(' ') ?? []
    const address: Address = {
      country: names.country,
      province: place.province,
      city: place.city,
      ...(districtName !== undefined && { district: districtName }),
      ...(code !== '' && { code }),
      street: `${random.pick(names.streets)}${random
        .pick(names.houses)
        .replace(/#/g, () => String(random.whole(1, 9)))}`,
      postalCode: place.postalCode,
    }
    return {
      name: `${first}${second}${word}`,
      legalName: `${names.cityPrefix(place.city)}${first}${second}${word}${suffixAt(random.unit())}`,
      registrationNumber: names.registrationNumber(code, serial),
      industry: trade.industry,
      domain: `${firstReading}${secondReading}.example`,
      phone: names.landline(random, place.areaCode),
      address,
    }
  }

  function person(random: Random): Person {
    const [family, familyReading] = surnameAt(random.unit())
    const characters = given[random.chance(0.58) ? 0 : 1]
    const [first, firstReading] = random.pick(characters)
    const [second, secondReading] = random.chance(names.singleGivenNames) ? ['', ''] : random.pick(characters)
    const givenName = second === first ? first : first + second
    const reading = second === first ? firstReading : firstReading + secondReading
    return {
      name: family + givenName,
      givenName,
      familyName: family,
      mailbox: random.chance(0.5) ? `${reading}.${familyReading}` : familyReading + reading,
    }
  }

  function position(random: Random): Position {
    const [jobTitle = '', department = '', role = ''] = positionAt(random.unit()).split(' ')
    return { jobTitle, department, role }
  }

  return { language: names.language, company, person, position, mobile: names.mobile }
}

/** 48万, 1.2亿: as people write amounts in a message. */
export function chineseAmount(amount: number, units: readonly [string, string]): string {
  if (amount >= 1e8) return `${Number((amount / 1e8).toFixed(2))}${units[1]}`
  if (amount >= 1e4) return `${Number((amount / 1e4).toFixed(1))}${units[0]}`
  return String(Math.round(amount))
}
