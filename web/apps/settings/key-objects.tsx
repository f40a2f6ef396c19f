import { Checkbox, VisuallyHidden } from '@mantine/core'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './key-objects.module.css'
import { shownObjects } from './roles/shown-objects.ts'

interface KeyObjectsProps {
  /** API names; null: all, those to come too. */
  readonly value: readonly string[] | null
  /** That none is chosen is to be told. */
  readonly sent: boolean
  readonly onChange: (next: readonly string[] | null) => void
}

/** Which objects a key reaches. */
export function KeyObjects({ value, sent, onChange }: KeyObjectsProps) {
  const { t, language } = useMessages()
  const objects = shownObjects(useCatalogue())
  return (
    <>
      <Select
        label={t('signInPolicy.keyObjects')}
        choices={[
          { value: 'all', label: t('signInPolicy.keyAllObjects') },
          { value: 'chosen', label: t('signInPolicy.keyChosenObjects') },
        ]}
        value={value === null ? 'all' : 'chosen'}
        onChange={(next) => onChange(next === 'all' ? null : [])}
      />
      {value !== null && (
        <Checkbox.Group
          label={<VisuallyHidden>{t('signInPolicy.keyChosenObjects')}</VisuallyHidden>}
          value={[...value]}
          error={sent && value.length === 0 ? t('signInPolicy.keyNoObjects') : undefined}
          errorProps={{ role: 'alert' }}
          onChange={onChange}
        >
          <div className={classes.objects}>
            {objects.map(({ name, label }) => (
              <Checkbox key={name} value={name} label={label[language]} />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  )
}
