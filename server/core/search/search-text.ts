const chinese = /\p{Script=Han}/u

type Pinyin = typeof import('pinyin-pro')['pinyin']
let pinyin: Pinyin | undefined

/** Loads the readings of Chinese characters if one of the titles has any: they are large, and English needs none. */
export async function prepareSearchText(titles: Iterable<string | null>): Promise<void> {
  if (pinyin !== undefined) return
  for (const title of titles) {
    if (title === null || !chinese.test(title)) continue
    pinyin = (await import('pinyin-pro')).pinyin
    return
  }
}

/**
 * What a record is found by: its title in lower case and narrow letters, and for Chinese its pinyin and their initials:
 * `华为技术` → `华为技术 huaweijishu hwjs`. Call prepareSearchText() first.
 */
export function searchText(title: string | null): string | null {
  if (title === null) return null
  // As it is written, too, in full: `contains` on the title finds its rows by the grams of this text.
  const written = title.toLowerCase()
  const narrow = title.normalize('NFKC').toLowerCase()
  const spelt = narrow === written ? written : `${written} ${narrow}`
  const plain = narrow.slice(0, 500).toWellFormed()
  if (pinyin === undefined || !chinese.test(plain)) return spelt
  const syllables = pinyin(plain, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
  const full = syllables.join('').replace(/\s+/g, '')
  const initials = syllables
    .map(([first = '']) => first)
    .join('')
    .replace(/\s+/g, '')
  return `${spelt} ${full} ${initials}`
}
