import { AppError } from '#shared/errors.ts'
import { compile } from '#shared/expression/index.ts'
import { buildCatalogue } from '#shared/metadata/catalogue.ts'
import { storedObjects } from './names.ts'
import type { MetadataState } from './state.ts'

/**
 * Defaults that are expressions are compiled once here, so that they do not fail at every creation later.
 * @throws AppError of the expression language, with the place of the default
 */
export function checkDefaultExpressions(state: MetadataState): void {
  const catalogue = buildCatalogue(state.version, storedObjects(state.objects))
  for (const object of catalogue.objects) {
    for (const { name, default: given } of object.fields) {
      if (given === null || typeof given !== 'object' || !('expression' in given)) continue
      try {
        compile(String(given.expression), catalogue, object)
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        const { code, parameters } = error
        throw new AppError(code, parameters, {
          issues: [{ path: `/${name}/default`, code, parameters }],
          cause: error,
        })
      }
    }
  }
}
