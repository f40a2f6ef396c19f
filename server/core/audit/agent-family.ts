/** The first that fits names it: browsers call themselves by the names of their forebears too. */
const programs: readonly (readonly [name: string, sign: RegExp])[] = [
  ['WeCom', /wxwork/i],
  ['WeChat', /micromessenger/i],
  ['DingTalk', /dingtalk/i],
  ['Feishu', /\b(?:lark|feishu)\b/i],
  ['Edge', /\bedg(?:e|a|ios)?\//i],
  ['Opera', /\bopr\//i],
  ['Firefox', /firefox|fxios/i],
  ['Samsung Internet', /samsungbrowser/i],
  ['Chrome', /chrome|crios|chromium/i],
  ['Safari', /safari/i],
]

const systems: readonly (readonly [name: string, sign: RegExp])[] = [
  ['iPadOS', /ipad/i],
  ['iOS', /iphone|ipod/i],
  ['HarmonyOS', /harmony|openharmony/i],
  ['Android', /android/i],
  ['Windows', /windows/i],
  ['macOS', /mac os x|macintosh/i],
  ['ChromeOS', /\bcros\b/i],
  ['Linux', /linux/i],
]

/** Program and system by their names, without versions: `Chrome · Windows`; a program of one's own by the first word of its name. */
export function agentFamily(userAgent: string): string {
  const nameIn = (table: typeof programs) => table.find(([, sign]) => sign.test(userAgent))?.[0]
  const program = nameIn(programs) ?? /^[\w.-]{1,40}/.exec(userAgent)?.[0] ?? '?'
  return [program, nameIn(systems)].filter(Boolean).join(' · ')
}
