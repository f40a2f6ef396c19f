import { identifierType } from './identifier.ts'

export const relation = identifierType('relation', 'record', 'Id of the record it points to', ['to'])
