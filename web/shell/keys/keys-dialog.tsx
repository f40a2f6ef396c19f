import { useCatalogue } from '#web/data/use-catalogue.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { places } from '../places.ts'
import { goKeyOf, goPlaces } from './go-keys.ts'
import { KeyLines } from './key-lines.tsx'
import { keyGroups } from './key-table.ts'
import classes from './keys-dialog.module.css'

/** All keys, by where they hold. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const lines = goPlaces.flatMap((place) => {
    const object = catalogue.find(place)
    const own = places.find(({ name }) => name === place)
    const name =
      own !== undefined
        ? t(own.title)
        : place === 'settings'
          ? t('shell.settings')
          : object && label(object.pluralLabel ?? object.label)
    return name === undefined ? [] : [{ name, keys: [goKeyOf(place) ?? ''] }]
  })
  return (
    <Dialog opened onClose={onClose} title={t('shell.keys')} width={720}>
      <div className={classes.groups} data-autofocus tabIndex={-1}>
        {keyGroups.map(({ title, rows }) => (
          <KeyLines
            key={title}
            title={t(title)}
            lines={rows.map((row) => ({ name: t(row.title), keys: row.keys }))}
          />
        ))}
        <KeyLines title={t('shell.goTo')} lines={lines} />
      </div>
    </Dialog>
  )
}
