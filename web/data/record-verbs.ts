/** Verbs of which it may depend on the record whether a person may. */
export const recordVerbs = ['update', 'delete', 'transfer'] as const
export type RecordVerb = (typeof recordVerbs)[number]

/** Verbs that the server asks for before it does one: whose a record is, it changes as it changes all else. */
export const neededFor: Readonly<Record<RecordVerb, readonly RecordVerb[]>> = {
  update: ['update'],
  delete: ['delete'],
  transfer: ['update', 'transfer'],
}
