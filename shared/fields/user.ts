import { identifierType } from './identifier.ts'

export const user = identifierType('user', 'record', 'Id of a user', [])
