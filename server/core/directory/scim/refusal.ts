import { AppError } from '#shared/errors.ts'

/** Words of RFC 7644, section 3.12. */
export type ScimType =
  | 'invalidFilter'
  | 'tooMany'
  | 'uniqueness'
  | 'mutability'
  | 'invalidSyntax'
  | 'invalidPath'
  | 'noTarget'
  | 'invalidValue'

export const errorSchema = 'urn:ietf:params:scim:api:messages:2.0:Error'

/** A refusal in the words of SCIM. */
export class ScimRefusal extends Error {
  readonly status: number
  readonly scimType: ScimType | undefined

  constructor(status: number, detail: string, scimType?: ScimType) {
    super(detail)
    this.name = 'ScimRefusal'
    this.status = status
    this.scimType = scimType
  }
}

export const invalidValue = (detail: string): ScimRefusal => new ScimRefusal(400, detail, 'invalidValue')
export const missing = (what: string, id: string): ScimRefusal =>
  new ScimRefusal(404, `${what} ${id} not found`)

const unique: ReadonlySet<string> = new Set(['value_not_unique', 'id_taken', 'account_exists'])

/** What a door refused, as SCIM says it; undefined where it is no refusal of what was asked. */
export function scimRefusalOf(error: unknown): ScimRefusal | undefined {
  if (error instanceof ScimRefusal) return error
  if (!(error instanceof AppError) || error.status >= 500) return undefined
  const [issue] = error.issues
  const code = issue?.code ?? error.code
  const place = issue?.path.split('/').at(-1) ?? ''
  const detail = place === '' ? error.message : `${place}: ${error.message}`
  if (unique.has(code)) return new ScimRefusal(409, detail, 'uniqueness')
  if (error.code === 'malformed_json') return new ScimRefusal(400, detail, 'invalidSyntax')
  return new ScimRefusal(error.status, detail, error.status === 400 ? 'invalidValue' : undefined)
}
