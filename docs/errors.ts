import { writeFileSync } from 'node:fs'
import { access } from '#shared/errors/access.ts'
import { accounts } from '#shared/errors/accounts.ts'
import { directories } from '#shared/errors/directories.ts'
import type { ErrorEntry } from '#shared/errors/entry.ts'
import { exports } from '#shared/errors/exports.ts'
import { expressions } from '#shared/errors/expressions.ts'
import { fieldTypes } from '#shared/errors/field-types.ts'
import { imports } from '#shared/errors/imports.ts'
import { metadata } from '#shared/errors/metadata.ts'
import { outbound } from '#shared/errors/outbound.ts'
import { personal } from '#shared/errors/personal.ts'
import { proofs } from '#shared/errors/proofs.ts'
import { providers } from '#shared/errors/providers.ts'
import { queries } from '#shared/errors/queries.ts'
import { records } from '#shared/errors/records.ts'
import { requests } from '#shared/errors/requests.ts'
import { reviews } from '#shared/errors/reviews.ts'
import { values } from '#shared/errors/values.ts'
import { whoAsks } from '#shared/errors/who-asks.ts'
import { languages } from '#shared/language.ts'

const file = new URL('errors.md', import.meta.url)

const introduction = `# Errors

Every refusal has a \`code\` that stays as it is, and an HTTP status. The texts are for people: they come in the language of
\`Accept-Language\` and may be worded better at any time, so programs ask the code. How a problem document is built stands in
[api.md](api.md#errors). \`{name}\` in a text is filled with what was found; \`{suggestion}\` with the nearest right word.

This page is made from the catalogue in \`shared/errors.ts\` by \`node_modules/.bin/node docs/errors.ts\`; a test holds the two equal.
`

const sections: readonly (readonly [heading: string, entries: Readonly<Record<string, ErrorEntry>>])[] = [
  ['Requests', requests],
  ['Calls to other servers', outbound],
  ['Who asks', whoAsks],
  ['Accounts', accounts],
  ['Proofs of who somebody is', proofs],
  ['Single sign-on', providers],
  ['Roles and sharing', access],
  ['Access reviews', reviews],
  ['Metadata', metadata],
  ['Values', values],
  ['Values, by field type', fieldTypes],
  ['Records', records],
  ['Queries', queries],
  ['Views, notifications, preferences', personal],
  ['Export', exports],
  ['Import', imports],
  ['Directories', directories],
  ['Expressions', expressions],
]

/** The page of every code, under the headings of the catalogue's sections. */
export const errorsPage = (): string =>
  [introduction, ...sections.map(([heading, entries]) => `## ${heading}\n\n${listed(entries)}`)].join('\n')

const listed = (entries: Readonly<Record<string, ErrorEntry>>): string =>
  Object.entries(entries)
    .map(([code, { status, message }]) => {
      const texts = languages.map((language) => message[language].trim())
      return `### ${code}\n\n${status} · ${texts.join(' · ')}\n`
    })
    .join('\n')

if (import.meta.main) writeFileSync(file, errorsPage())
