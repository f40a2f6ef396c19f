/** Providers whose names are mistyped daily. */
const providers = [
  'gmail.com',
  'googlemail.com',
  'hotmail.com',
  'outlook.com',
  'yahoo.com',
  'icloud.com',
  'mail.com',
  'ymail.com',
  'live.com',
  'qq.com',
  '163.com',
  '126.com',
  'foxmail.com',
  'sina.com',
  'sohu.com',
  'aliyun.com',
  'yahoo.com.tw',
] as const
const endings: ReadonlyMap<string, string> = new Map([
  ['con', 'com'],
  ['cmo', 'com'],
  ['comm', 'com'],
  ['ocm', 'com'],
  ['cn.com', 'com.cn'],
])

/** What an address was probably meant to be (`li@gmial.com` → `li@gmail.com`); undefined where nothing looks wrong. */
export function meantEmail(typed: string): string | undefined {
  const at = typed.lastIndexOf('@')
  const host = typed.slice(at + 1).toLowerCase()
  if (at < 1 || providers.some((one) => one === host)) return undefined
  const near =
    host.length < 6 ? undefined : providers.find((one) => one.length > 6 && isOneSlipFrom(host, one))
  const ending = [...endings].find(([wrong]) => host.endsWith(`.${wrong}`))
  const mended =
    near ?? (ending === undefined ? undefined : `${host.slice(0, -ending[0].length)}${ending[1]}`)
  return mended === undefined ? undefined : `${typed.slice(0, at + 1)}${mended}`
}

/** One letter more, less or other, or two in the wrong order. */
function isOneSlipFrom(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let at = 0
  while (at < a.length && a[at] === b[at]) at += 1
  const swapped = `${a.slice(0, at)}${a[at + 1] ?? ''}${a[at] ?? ''}${a.slice(at + 2)}`
  return (
    swapped === b ||
    a.slice(at + 1) === b.slice(at + 1) ||
    a.slice(at + 1) === b.slice(at) ||
    a.slice(at) === b.slice(at + 1)
  )
}
