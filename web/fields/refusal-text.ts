import { isErrorCode, messageOf } from '#shared/errors.ts'
import type { Refusal } from '#shared/fields/field-type.ts'
import type { Language } from '#shared/language.ts'

/** Why a typed value was refused, in the person's language. */
export const refusalText = ({ code, parameters }: Refusal, language: Language): string =>
  isErrorCode(code) ? messageOf(code, parameters ?? {}, language) : code
