import type { CatalogueObject, Field } from './catalogue.ts'

const reaching: ReadonlySet<Field['type']> = new Set(['email', 'phone'])
const texts: ReadonlySet<Field['type']> = new Set(['text', 'url', ...reaching])

/** Fields by which a record is known again: its title, what is unique, and how somebody is reached. */
export const signFields = (object: CatalogueObject): readonly Field[] =>
  object.fields.filter(
    (field) =>
      !field.system &&
      field.masked !== true &&
      texts.has(field.type) &&
      (field.unique === true || field.key === object.titleField.key || reaching.has(field.type)),
  )
