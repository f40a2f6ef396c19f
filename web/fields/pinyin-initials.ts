const letters = 'abcdefghjklmnopqrstwxyz'
/** The first character of each letter in the order of pinyin, which every browser sorts by. */
const first = [...'阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀']
const order = new Intl.Collator('zh-CN-u-co-pinyin')
const han = /\p{Script=Han}/u
const known = new Map<string, string>()

function initialOf(character: string): string {
  if (!han.test(character)) return character.toLowerCase()
  let initial = known.get(character)
  if (initial === undefined) {
    const at = first.findLastIndex((start) => order.compare(start, character) <= 0)
    initial = letters[Math.max(0, at)] ?? ''
    known.set(character, initial)
  }
  return initial
}

/** What people type for a Chinese name: `kh` for 客户. Other characters stay as they are. */
export const pinyinInitials = (text: string): string => [...text].map(initialOf).join('')
