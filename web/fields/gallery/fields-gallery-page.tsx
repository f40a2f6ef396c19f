import type { FieldTypeName } from '#shared/fields/field-type.ts'
import { GalleryInside } from '#web/design/gallery/gallery-inside.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { fieldViews } from '../index.ts'
import { useFound } from '../use-found.ts'
import { FieldSpecimen } from './field-specimen.tsx'
import { samplesOf } from './samples.ts'

const types = Object.keys(fieldViews) as FieldTypeName[]

/** Every field type in each of its states: in a list, on a page, being edited, refused, as a filter. */
export function Component() {
  const { t } = useMessages()
  const company = useFound('company', '')
  const user = useFound('user', '')
  if (company.loading || user.loading) return null
  const samples = samplesOf({ company: company.records[0]?.id ?? '', user: user.records[0]?.id ?? '' })
  return (
    <GalleryInside title={t('fields.gallery')}>
      {types.map((type) => (
        <FieldSpecimen key={type} type={type} filled={samples[type].filled} long={samples[type].long} />
      ))}
    </GalleryInside>
  )
}
