import { type Issue, invalidInput } from '#shared/errors.ts'
import type { ProviderConfig, ProviderKind } from './provider-kind.ts'

/** What `Value.Errors` tells of one mistake. */
interface SchemaError {
  readonly keyword: string
  readonly instancePath: string
  readonly params: object
  readonly message: string
}

/** @throws AppError invalid_input with every mistake, each by its path below `/config` */
export async function checkConfig(kind: ProviderKind, config: unknown): Promise<ProviderConfig> {
  const { Value } = await import('typebox/value')
  const issues = Value.Errors(kind.config, config).flatMap(issuesOf)
  if (issues.length > 0) throw invalidInput(issues)
  const checked = config as ProviderConfig
  await kind.check?.(checked)
  return checked
}

function issuesOf({ keyword, instancePath, params, message }: SchemaError): Issue[] {
  const path = `/config${instancePath}`
  const label = path.slice(path.lastIndexOf('/') + 1)
  const named = (member: string): readonly string[] => {
    const value: unknown = Reflect.get(params, member)
    return Array.isArray(value) ? value.map(String) : []
  }
  switch (keyword) {
    case 'required':
      return named('requiredProperties').map((name) => ({
        path: `${path}/${name}`,
        code: 'required',
        parameters: { label: name },
      }))
    case 'additionalProperties':
      return named('additionalProperties').map((name) => ({
        path: `${path}/${name}`,
        code: 'member_not_allowed',
        parameters: { member: name },
      }))
    // Beside each member that is too much it says that its schema is “false”.
    case 'boolean':
      return []
    case 'minLength':
      return [{ path, code: 'required', parameters: { label } }]
    case 'maxLength':
      return [{ path, code: 'text_too_long', parameters: { most: Number(Reflect.get(params, 'limit')) } }]
    case 'type':
      return [{ path, code: 'wrong_type', parameters: { expected: String(Reflect.get(params, 'type')) } }]
    case 'format':
      return [{ path, code: 'invalid_url' }]
    default:
      return [{ path, code: 'wrong_type', parameters: { expected: message } }]
  }
}
