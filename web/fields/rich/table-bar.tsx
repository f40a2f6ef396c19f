import type { Editor } from '@tiptap/react'
import { IconButton } from '#web/design/icon-button.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './rich.module.css'
import { actOnTable, tableActLabels, tableActs } from './table-acts.ts'

/** Rows and columns of the table that the caret stands in. */
export function TableBar({ editor }: { editor: Editor }) {
  const { t } = useMessages()
  return (
    <div className={classes.toolbar} role="toolbar" aria-label={t('fields.tableActs')}>
      {tableActs.map(([name, icon, act]) => (
        <IconButton
          key={name}
          size="sm"
          icon={icon}
          label={t(tableActLabels[name])}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => actOnTable(editor, act)}
        />
      ))}
    </div>
  )
}
