/** Symbols and names that people write for a currency, folded, and the ISO 4217 codes each can mean. */
const dollars = ['USD', 'TWD', 'HKD', 'SGD', 'AUD', 'CAD', 'NZD', 'MOP', 'MXN']
const yuan = ['CNY', 'TWD', 'HKD', 'MOP']
const meanings: Readonly<Record<string, readonly string[]>> = {
  $: dollars,
  us$: ['USD'],
  美元: ['USD'],
  美金: ['USD'],
  dollar: dollars,
  dollars: dollars,
  nt$: ['TWD'],
  nt: ['TWD'],
  ntd: ['TWD'],
  新台币: ['TWD'],
  台币: ['TWD'],
  hk$: ['HKD'],
  港币: ['HKD'],
  港元: ['HKD'],
  s$: ['SGD'],
  a$: ['AUD'],
  c$: ['CAD'],
  '¥': ['CNY', 'JPY'],
  'cn¥': ['CNY'],
  rmb: ['CNY'],
  人民币: ['CNY'],
  元: yuan,
  块: yuan,
  块钱: yuan,
  元整: yuan,
  'jp¥': ['JPY'],
  日元: ['JPY'],
  '€': ['EUR'],
  欧元: ['EUR'],
  '£': ['GBP'],
  英镑: ['GBP'],
  '₩': ['KRW'],
  '₹': ['INR'],
  '₫': ['VND'],
  '฿': ['THB'],
}

const codes: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'))

/** Whether it is an ISO 4217 code, in capitals. */
export const isCurrency = (code: string): boolean => codes.has(code)

/** What folded text can mean: ISO codes, or undefined where it names no currency. */
export function currenciesOf(text: string): readonly string[] | undefined {
  if (Object.hasOwn(meanings, text)) return meanings[text]
  const code = text.toUpperCase()
  return codes.has(code) ? [code] : undefined
}
