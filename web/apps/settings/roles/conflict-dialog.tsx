import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { type PermissionChange, placeOf } from './permission-changes.ts'
import classes from './role-page.module.css'
import { useChangeWords } from './use-change-words.ts'

interface ConflictDialogProps {
  readonly name: string
  readonly mine: readonly PermissionChange[]
  readonly theirs: readonly PermissionChange[]
  readonly onJoin: () => void
  readonly onTakeTheirs: () => void
  readonly onClose: () => void
}

/** Two people changed a role at once: shows both, cell by cell, before anything is decided. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { t } = useMessages()
  const words = useChangeWords()
  const places = [...new Set([...props.theirs, ...props.mine].map(placeOf))]
  const of = (changes: readonly PermissionChange[], place: string) =>
    changes.find((change) => placeOf(change) === place)
  return (
    <Dialog
      opened
      onClose={props.onClose}
      title={t('access.conflictTitle', { name: props.name })}
      width={560}
      footer={
        <>
          <Button onClick={props.onTakeTheirs}>{t('access.takeTheirs')}</Button>
          <Button variant="primary" onClick={props.onJoin} data-autofocus>
            {t('access.join')}
          </Button>
        </>
      }
    >
      <p>{t('access.conflictWhat')}</p>
      <table className={`${table.table} ${classes.conflict}`}>
        <thead>
          <tr>
            {(['conflictPlace', 'theirs', 'mine'] as const).map((head) => (
              <th key={head} scope="col" className={table.head}>
                {t(`access.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place) => {
            const theirs = of(props.theirs, place)
            const mine = of(props.mine, place)
            const about = theirs ?? mine
            return (
              <tr key={place}>
                <th scope="row" className={table.cell}>
                  {about && words(about).about}
                </th>
                <td className={table.cell}>{theirs && words(theirs).became}</td>
                <td className={table.cell}>{mine && words(mine).became}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Dialog>
  )
}
