import { AppError, type ErrorParameters, type Issue, lendTexts } from './app-error.ts'
import { access } from './errors/access.ts'
import { accounts } from './errors/accounts.ts'
import { directories } from './errors/directories.ts'
import { exports } from './errors/exports.ts'
import { expressions } from './errors/expressions.ts'
import { fieldTypes } from './errors/field-types.ts'
import { imports } from './errors/imports.ts'
import { metadata } from './errors/metadata.ts'
import { outbound } from './errors/outbound.ts'
import { personal } from './errors/personal.ts'
import { proofs } from './errors/proofs.ts'
import { providers } from './errors/providers.ts'
import { queries } from './errors/queries.ts'
import { records } from './errors/records.ts'
import { requests } from './errors/requests.ts'
import { reviews } from './errors/reviews.ts'
import { inTypeWords } from './errors/type-words.ts'
import { values } from './errors/values.ts'
import { whoAsks } from './errors/who-asks.ts'
import type { Language } from './language.ts'

export { AppError, type ErrorParameters, type Issue } from './app-error.ts'

/** The error catalogue: every refusal that Kith gives. docs/errors.md is made from it. */
export const errorCatalogue = {
  ...requests,
  ...outbound,
  ...whoAsks,
  ...accounts,
  ...proofs,
  ...providers,
  ...access,
  ...reviews,
  ...metadata,
  ...values,
  ...fieldTypes,
  ...records,
  ...queries,
  ...personal,
  ...exports,
  ...imports,
  ...directories,
  ...expressions,
}

export type ErrorCode = keyof typeof errorCatalogue

lendTexts({
  status: (code) => errorCatalogue[code].status,
  message: (code, parameters) => messageOf(code, parameters, 'en'),
})

/** Refused input: one issue gives its own code, several give `invalid_input`. The status is the first issue's. */
export function invalidInput(issues: readonly Issue[]): AppError {
  const [first] = issues
  if (first !== undefined && issues.length === 1)
    return new AppError(first.code, first.parameters, { issues })
  return new AppError('invalid_input', { count: issues.length }, { issues })
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCatalogue, code)
}

const suggestionText: Record<Language, (name: string) => string> = {
  'zh-CN': (name) => `，是否为“${name}”？`,
  'zh-TW': (name) => `，是否為「${name}」？`,
  en: (name) => `; did you mean “${name}”?`,
}

/** The text of a code. A parameter `suggestion` is the nearest right word and prints as a question; empty, as nothing. */
export function messageOf(code: ErrorCode, parameters: ErrorParameters, language: Language): string {
  return errorCatalogue[code].message[language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = parameters[name]
    if (name === 'suggestion')
      return value === undefined || value === '' ? '' : suggestionText[language](String(value))
    if (name === 'expected' || name === 'actual') return inTypeWords(String(value ?? ''), language)
    return value === undefined ? '' : String(value)
  })
}

/** RFC 9457 problem document. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ErrorCode
  readonly detail: string
  readonly errors?: readonly { path: string; code: ErrorCode; message: string }[]
  readonly [member: string]: unknown
}

export function toProblem(error: AppError, language: Language): Problem {
  const detail = messageOf(error.code, error.parameters, language)
  return {
    type: `/docs/errors#${error.code}`,
    title: detail,
    status: error.status,
    code: error.code,
    detail,
    ...error.details,
    ...(error.issues.length > 0 && {
      errors: error.issues.map(({ path, code, parameters }) => ({
        path,
        code,
        message: messageOf(code, parameters ?? {}, language),
      })),
    }),
  }
}
