import { identifierType } from './identifier.ts'

export const file = identifierType('file', 'id', 'Id of a file, as POST /files gives it', [])
