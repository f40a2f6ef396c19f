import { AppError, messageOf } from '#shared/errors.ts'
import { inLabels } from '#shared/expression/in-labels.ts'
import { compile, quote, type Type } from '#shared/expression/index.ts'
import { isBare } from '#shared/expression/tokens.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/** What is wrong with an expression, and where: offsets into the text, `end` exclusive. */
export interface ExpressionProblem {
  readonly message: string
  readonly start: number
  readonly end: number
  /** What to write there instead. */
  readonly mending?: string
}

/** Where an expression is checked. */
export interface Ground {
  readonly catalogue: Catalogue
  readonly object: CatalogueObject
  /** What the whole shall be: `boolean` for a condition. */
  readonly expected?: Type | undefined
}

/** The first mistake of an expression; undefined where there is none or nothing is written. */
export function problemOf(text: string, ground: Ground, language: Language): ExpressionProblem | undefined {
  if (text.trim() === '') return undefined
  try {
    compile(text, ground.catalogue, ground.object, ground.expected)
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const column = Number(error.parameters.column)
    const told = inLabels(error, ground.catalogue, language)
    const message = messageOf(error.code, told, language)
    if (!Number.isInteger(column) || column < 1) return { message, start: 0, end: text.length }
    const start = column - 1
    const end = start + lengthAt(text.slice(start))
    const suggestion = String(told.suggestion ?? '')
    if (suggestion === '') return { message, start, end }
    const mended = (mending: string) => ({ message, start, end, mending })
    if (error.code === 'expression_unknown_option') return mended(quote(suggestion))
    // A label of several words, or of two fields, is longer to read between brackets than the name is.
    const words = [suggestion, String(error.parameters.suggestion)]
    const word = words.find((one) => isClear(one, error.parameters.object, ground.catalogue))
    return mended(word ?? `[${suggestion}]`)
  }
}

/** Whether a word can stand without brackets and means one field alone. */
function isClear(word: string, objectName: unknown, catalogue: Catalogue): boolean {
  if (!isBare(word)) return false
  const object = catalogue.objects.find(({ name }) => name === objectName)
  const meant = object?.fields.filter(
    ({ name, label }) => name === word || Object.values(label).includes(word),
  )
  return meant === undefined || meant.length <= 1
}

/** How far the word, text or sign that begins here reaches. */
function lengthAt(text: string): number {
  const word =
    /^(?:[\p{L}_][\p{L}\p{N}\p{M}_]*|\d[\d.]*|"(?:\\.|[^"\\])*"|“[^”]*”|「[^」]*」|'[^']*'|\[[^\]]*\])/u.exec(
      text,
    )
  return word?.[0].length ?? Math.min(1, text.length)
}
