/** Draws public/icons from web/shell/icon.svg: `node_modules/.bin/node test/support/draw-icons.ts`. */
import { readFile } from 'node:fs/promises'
import { launchBrowser } from './browser.ts'

const folder = new URL('../../public/icons/', import.meta.url)
const mark = await readFile(new URL('../../web/shell/icon.svg', import.meta.url), 'utf8')
/** The system rounds a maskable icon as it likes: the ground goes to the edge, the letter stays in the safe circle. */
const fullBleed = mark.replace(/rx="\d+"/, '').replace('<path', '<path transform="translate(3 3) scale(.75)"')

const icons = [
  { file: 'icon-192.png', edge: 192, svg: mark },
  { file: 'icon-512.png', edge: 512, svg: mark },
  { file: 'maskable-192.png', edge: 192, svg: fullBleed },
  { file: 'maskable-512.png', edge: 512, svg: fullBleed },
  { file: 'apple-touch-icon.png', edge: 180, svg: fullBleed },
] as const

const browser = await launchBrowser()
try {
  for (const { file, edge, svg } of icons) {
    const page = await browser.newPage({ viewport: { width: edge, height: edge } })
    const style = `*{margin:0}svg{display:block;width:${edge}px;height:${edge}px}`
    await page.setContent(`<style>${style}</style>${svg}`)
    await page.screenshot({ path: new URL(file, folder).pathname, omitBackground: true })
    await page.close()
  }
} finally {
  await browser.close()
}
