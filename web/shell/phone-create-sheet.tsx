import { Link } from '@tanstack/react-router'
import { Dialog } from '#web/design/dialog.tsx'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { NavigationGroup } from './navigation-groups.ts'
import classes from './phone-bar.module.css'

interface PhoneCreateSheetProps {
  readonly opened: boolean
  readonly onClose: () => void
  readonly groups: readonly NavigationGroup[]
}

/** What can be created, from a page that belongs to no object. */
export function PhoneCreateSheet({ opened, onClose, groups }: PhoneCreateSheetProps) {
  const { t, label } = useMessages()
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shell.create')}>
      <ul className={classes.list}>
        {groups
          .filter((group) => !group.quiet)
          .flatMap((group) => group.objects)
          .map((object) => (
            <li key={object.name}>
              <Link
                to="/o/$object/new"
                params={{ object: object.name }}
                className={classes.line}
                onClick={onClose}
              >
                <ObjectIcon name={object.icon} size={20} />
                {label(object.label)}
              </Link>
            </li>
          ))}
      </ul>
    </Dialog>
  )
}
