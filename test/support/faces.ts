import { mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/**
 * Writes down where the browser finds its faces: its own, and a Chinese one. Without one, as it is packaged, it draws no
 * Chinese character and looks for each in all faces that it has: laying out a row of a list takes four times as long.
 * Nobody who reads Chinese has such a machine.
 * @returns path for `FONTCONFIG_FILE`
 */
export function writeFaces(): string {
  const folder = join(tmpdir(), 'kith-faces')
  mkdirSync(folder, { recursive: true })
  const entry = createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')
  const faces = [join(tmpdir(), 'fonts'), join(dirname(dirname(entry)), 'fonts')]
  const path = join(folder, 'fonts.conf')
  writeFileSync(
    path,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${faces.map((face) => `  <dir>${face}</dir>`).join('\n')}
  <cachedir>${join(folder, 'cache')}</cachedir>
</fontconfig>
`,
  )
  return path
}
