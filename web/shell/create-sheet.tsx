import { IconMessagePlus } from '@tabler/icons-react'
import { type KeyboardEvent, useRef } from 'react'
import { useCatalogue } from '#web/data/use-catalogue.ts'
import { useMay } from '#web/data/use-may.ts'
import { Dialog } from '#web/design/dialog.tsx'
import { Kbd } from '#web/design/kbd.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { usePhone } from '#web/design/use-phone.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { openComposer } from '#web/records/activity/open-composer.ts'
import classes from './create-sheet.module.css'
import { navigationGroups } from './navigation-groups.ts'
import { useCreateRecordOf } from './use-create-record-of.ts'

/** Its first line makes these. */
const writtenInComposer = 'activity'

/** What can be created from anywhere: what happened first, then a record of any object. */
export function CreateSheet({ onClose }: { onClose: () => void }) {
  const { t, label } = useMessages()
  const phone = usePhone()
  const create = useCreateRecordOf()
  const list = useRef<HTMLUListElement>(null)
  const { may } = useMay()
  const objects = navigationGroups(useCatalogue())
    .filter((group) => !group.quiet)
    .flatMap((group) => group.objects)
    .filter(({ name }) => name !== writtenInComposer && may(name, 'create'))

  const choose = (run: () => void) => {
    onClose()
    run()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (by === undefined) return
    event.preventDefault()
    const lines = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = lines.findIndex((line) => line.matches(':focus'))
    lines[(at + by + lines.length) % lines.length]?.focus()
  }
  return (
    <Dialog opened onClose={onClose} title={t('shell.create')} width={360}>
      <ul ref={list} className={classes.list} onKeyDown={onKeyDown}>
        {may(writtenInComposer, 'create') && (
          <li>
            <button
              type="button"
              className={classes.line}
              data-autofocus
              onClick={() => choose(() => openComposer())}
            >
              <IconMessagePlus aria-hidden />
              <span>{t('shell.logActivity')}</span>
              <Kbd>N</Kbd>
            </button>
          </li>
        )}
        {objects.map((object) => (
          <li key={object.name}>
            <button type="button" className={classes.line} onClick={() => choose(() => create(object.name))}>
              <ObjectIcon name={object.icon} size={phone ? 20 : 16} />
              <span>{label(object.label)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
