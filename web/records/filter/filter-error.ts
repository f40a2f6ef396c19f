import { AppError, messageOf } from '#shared/errors.ts'
import { compile } from '#shared/expression/index.ts'
import type { Language } from '#shared/language.ts'
import type { Catalogue, CatalogueObject } from '#shared/metadata/catalogue.ts'

/** What is wrong with a filter's text, and where: the first character is column 1. */
export interface FilterError {
  readonly message: string
  readonly column: number | undefined
}

export function filterError(
  text: string,
  catalogue: Catalogue,
  object: CatalogueObject,
  language: Language,
): FilterError | undefined {
  if (text.trim() === '') return undefined
  try {
    compile(text, catalogue, object, 'boolean')
    return undefined
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const column = Number(error.parameters.column)
    return {
      message: messageOf(error.code, error.parameters, language),
      column: Number.isInteger(column) && column > 0 ? column : undefined,
    }
  }
}
