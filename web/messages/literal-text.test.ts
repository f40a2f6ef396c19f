import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findLiteralText } from '#test/support/literal-text.ts'

const web = join(import.meta.dirname, '..')

test('text that people read comes from the catalogue', () => {
  const files = readdirSync(web, { recursive: true, encoding: 'utf8' })
  const found = files
    .filter((file) => file.endsWith('.tsx') && !file.endsWith('.test.tsx'))
    .flatMap((file) =>
      findLiteralText(file, readFileSync(join(web, file), 'utf8')).map((text) => `${file}: ${text}`),
    )
  expect(found).toEqual([])
})

test.each([
  ['<p>Save view</p>', ['Save view']],
  ['<p>{"保存"}</p>', ['保存']],
  ['<p>{done ? `Saved` : null}</p>', ['Saved']],
  ['<input placeholder="Name" />', ['Name']],
  ['<button aria-label={open ? "Close" : label}>×</button>', ['Close']],
  // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be parsed
  ['<Tag label={`共${count}条`} />', ['共条']],
  ['<p>{t("records.newRecord")}</p>', []],
  ['<p className="wide">· {count} —</p>', []],
  ['<Kbd>Esc</Kbd>', []],
])('%s', (code, texts) => {
  expect(findLiteralText('sample.tsx', `export const sample = ${code}`)).toEqual(texts)
})
