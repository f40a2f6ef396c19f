import { readFileSync, writeFileSync } from 'node:fs'
import { type ErrorCode, errorCatalogue } from '#shared/errors.ts'
import { languages } from '#shared/language.ts'

const file = new URL('errors.md', import.meta.url)
const source = new URL('../shared/errors.ts', import.meta.url)

const introduction = `# Errors

Every refusal has a \`code\` that stays as it is, and an HTTP status. The texts are for people: they come in the language of
\`Accept-Language\` and may be worded better at any time, so programs ask the code. How a problem document is built stands in
[api.md](api.md#errors). \`{name}\` in a text is filled with what was found; \`{suggestion}\` with the nearest right word.

This page is made from the catalogue in \`shared/errors.ts\` by \`node_modules/.bin/node docs/errors.ts\`; a test holds the two equal.
`

/** The page of every code, in the order and under the headings of the catalogue. */
export function errorsPage(): string {
  const text = readFileSync(source, 'utf8')
  const parts = [introduction]
  for (const [line, heading, code] of text.matchAll(/^ {2}(?:\/\/ (.+)|(\w+): entry\()/gm)) {
    if (heading !== undefined) parts.push(`\n## ${heading}\n`)
    else if (code !== undefined) parts.push(section(code as ErrorCode))
    else throw new Error(`Neither heading nor code: ${line}`)
  }
  return `${parts
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trimEnd()}\n`
}

function section(code: ErrorCode): string {
  const { status, message } = errorCatalogue[code]
  const texts = languages.map((language) => `${message[language].trim()}`)
  return `### ${code}\n\n${status} · ${texts.join(' · ')}\n`
}

if (import.meta.main) writeFileSync(file, errorsPage())
