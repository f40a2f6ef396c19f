interface ErrorSummary {
  readonly type: string
  readonly message: string
  readonly stack?: string
  readonly code?: string
  readonly cause?: ErrorSummary
}

/**
 * What a log line tells of an error. Nothing else of it: drivers hang whole connections on their errors, and
 * PostgreSQL's `detail` quotes the values of customers.
 */
export function errorSummary(error: unknown): ErrorSummary {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) }
  return {
    type: error.name,
    message: error.message,
    ...(error.stack !== undefined && { stack: error.stack }),
    ...('code' in error && typeof error.code === 'string' && { code: error.code }),
    ...(error.cause !== undefined && { cause: errorSummary(error.cause) }),
  }
}
