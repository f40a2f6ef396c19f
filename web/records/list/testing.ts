import { sameInAllLanguages } from '#shared/language.ts'
import { buildCatalogue, type Catalogue } from '#shared/metadata/catalogue.ts'
import type { StoredField } from '#shared/metadata/definition.ts'

const field = (name: string, type: StoredField['type'], more: Partial<StoredField> = {}): StoredField => ({
  name,
  key: name.toLowerCase(),
  type,
  label: sameInAllLanguages(name),
  origin: 'shipped',
  ...more,
})

const option = (value: string, label: string) => ({ value, label: sameInAllLanguages(label) })

/** A catalogue of deals and companies for the tests of this room. */
export const sampleCatalogue = (): Catalogue =>
  buildCatalogue(1, [
    {
      name: 'deal',
      key: 'deal',
      label: sameInAllLanguages('Deal'),
      origin: 'shipped',
      fields: [
        field('name', 'text', { required: true, maxLength: 20 }),
        field('amount', 'money'),
        field('score', 'number'),
        field('kind', 'select', { options: [option('open', '未结'), option('won', '赢单')] }),
        field('closeDate', 'date'),
        field('hot', 'boolean'),
        field('tags', 'tags'),
        field('company', 'relation', { to: 'company' }),
        field('code', 'autoNumber'),
      ],
    },
    {
      name: 'company',
      key: 'company',
      label: sameInAllLanguages('Company'),
      origin: 'shipped',
      fields: [field('name', 'text'), field('industry', 'text')],
    },
  ])
