import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import form from '#web/design/form.module.css'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'

interface ObjectInputProps {
  /** Those that can be chosen. */
  readonly objects: readonly CatalogueObject[]
  readonly object: CatalogueObject | undefined
  /** Whether it was chosen for good. */
  readonly fixed: boolean
  /** Whether more of its records are there than who asks can see, so that nothing is theirs to save. */
  readonly readOnly: boolean
  readonly onChange: (object: CatalogueObject) => void
}

/** Whose records are opened. */
export function ObjectInput({ objects, object, fixed, readOnly, onChange }: ObjectInputProps) {
  const { t, label } = useMessages()
  const nameOf = (one: CatalogueObject) => label(one.pluralLabel ?? one.label)
  const offered = object === undefined || objects.includes(object) ? objects : [...objects, object]
  return (
    <>
      {readOnly && object !== undefined && (
        <p className={form.notice}>{t('access.seeNotAll', { object: nameOf(object) })}</p>
      )}
      <Select
        label={t('access.object')}
        choices={offered.map((one) => ({ value: one.name, label: nameOf(one) }))}
        value={object?.name ?? null}
        disabled={fixed}
        searchable
        onChange={(name) => {
          const chosen = offered.find((one) => one.name === name)
          if (chosen !== undefined) onChange(chosen)
        }}
      />
    </>
  )
}
