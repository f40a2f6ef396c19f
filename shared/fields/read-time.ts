/** Time of day, in seconds (86,400 and more: after midnight, as 晚上12点), and the text that is left: the day. */
interface WrittenTime {
  readonly seconds: number
  readonly rest: string
}

const half = '凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|早|晚'
const clock =
  '(\\d{1,2})(?::(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?|[点时](?:(\\d{1,2})分?|(半)|(一刻|1刻)|(三刻|3刻)|钟|整)?)?'
const ending = new RegExp(`^(.*?)[\\s,t]*(?:\\bat )?(${half})? ?${clock} ?(am|pm|a\\.m\\.|p\\.m\\.)?$`)
const leading = /^(\d{1,2})(?::(\d{2}))? ?(am|pm)?,? (?:on )?(\D.*|\d{4}-.*)$/
const nicknames: readonly (readonly [RegExp, string])[] = [
  [/^今早/, '今天早上'],
  [/^今晚/, '今天晚上'],
  [/^明早/, '明天早上'],
  [/^明晚/, '明天晚上'],
  [/^昨晚/, '昨天晚上'],
  [/^tonight/, 'today'],
]

/** The time in a folded text: `明天下午3点半`, `2026-11-20 09:30`, `3pm tomorrow`; undefined where there is none. */
export function readTime(folded: string): WrittenTime | undefined {
  const text = nicknames.reduce((spelled, [short, long]) => spelled.replace(short, long), folded)
  return readEnding(text) ?? readLeading(text)
}

function readEnding(text: string): WrittenTime | undefined {
  const match = ending.exec(text)
  if (match === null) return undefined
  const [
    whole,
    rest = '',
    part = '',
    hour = '',
    minute,
    second,
    chinese,
    isHalf,
    quarter,
    threeQuarters,
    meridiem,
  ] = match
  // A bare number is a time only with am, pm or 点.
  const isBare = minute === undefined && !/[点时]/.test(whole.slice(rest.length)) && meridiem === undefined
  if (isBare) return undefined
  const minutes = isHalf ? 30 : quarter ? 15 : threeQuarters ? 45 : Number(minute ?? chinese ?? 0)
  return timeOf(Number(hour), minutes, Number(second ?? 0), part || (meridiem ?? ''), rest.trim())
}

function readLeading(text: string): WrittenTime | undefined {
  const match = leading.exec(text)
  if (match === null || (match[2] === undefined && match[3] === undefined)) return undefined
  return timeOf(Number(match[1]), Number(match[2] ?? 0), 0, match[3] ?? '', match[4] ?? '')
}

function timeOf(
  hour: number,
  minute: number,
  second: number,
  part: string,
  rest: string,
): WrittenTime | undefined {
  if (hour > 24 || minute > 59 || second > 59 || (hour === 24 && minute + second > 0)) return undefined
  const hours = hourOf(hour, part)
  return hours === undefined ? undefined : { seconds: hours * 3600 + minute * 60 + second, rest }
}

function hourOf(hour: number, part: string): number | undefined {
  if (part === '') return hour
  if (/^[ap]/.test(part)) {
    if (hour < 1 || hour > 12) return undefined
    return (hour % 12) + (part.startsWith('p') ? 12 : 0)
  }
  if (part === '中午') return hour < 3 ? hour + 12 : hour
  if (part === '凌晨') return hour === 12 ? 0 : hour
  if (part === '晚上' || part === '晚' || part === '夜里') {
    if (hour === 12) return 24
    // 夜里2点 is after midnight of the day before it.
    return hour >= 5 && hour < 12 ? hour + 12 : hour < 5 ? hour + 24 : hour
  }
  return (part === '下午' || part === '傍晚') && hour < 12 ? hour + 12 : hour
}
