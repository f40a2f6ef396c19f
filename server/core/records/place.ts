import { AppError } from '#shared/errors.ts'

/** Does a part of the work; a refusal that names no place gets that of the part: a query parameter, a JSON Pointer. */
export function placed<T>(path: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AppError) || error.issues.length > 0) throw error
    const { code, parameters, details } = error
    throw new AppError(code, parameters, { issues: [{ path, code, parameters }], details, cause: error })
  }
}
