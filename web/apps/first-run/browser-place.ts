/** Currencies by the country of the browser's language or time zone; others start with the dollar. */
const currencyOfCountry: Readonly<Record<string, string>> = {
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  MO: 'MOP',
  SG: 'SGD',
  JP: 'JPY',
  KR: 'KRW',
  GB: 'GBP',
  CH: 'CHF',
  AU: 'AUD',
  CA: 'CAD',
  IN: 'INR',
  DE: 'EUR',
  FR: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  IE: 'EUR',
  AT: 'EUR',
  BE: 'EUR',
  PT: 'EUR',
  FI: 'EUR',
}

const countryOfZone: Readonly<Record<string, string>> = {
  'Asia/Shanghai': 'CN',
  'Asia/Urumqi': 'CN',
  'Asia/Taipei': 'TW',
  'Asia/Hong_Kong': 'HK',
  'Asia/Macau': 'MO',
  'Asia/Singapore': 'SG',
  'Asia/Tokyo': 'JP',
  'Asia/Seoul': 'KR',
  'Europe/London': 'GB',
}

/** Where this person most likely is: the zone tells more than the language does. */
export function placeOf(timeZone: string, locale: string): { timeZone: string; currency: string } {
  const country = countryOfZone[timeZone] ?? new Intl.Locale(locale).maximize().region ?? ''
  return { timeZone, currency: currencyOfCountry[country] ?? 'USD' }
}

export function browserPlace(): { timeZone: string; currency: string } {
  return placeOf(new Intl.DateTimeFormat().resolvedOptions().timeZone, navigator.language)
}
