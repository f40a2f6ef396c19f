import { useId, useState } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BulkPanelProps } from './assign-panel.tsx'
import classes from './bulk.module.css'
import { BulkPanel } from './bulk-panel.tsx'

const nobody: RecordData = { id: '', version: 0 }

/** Adds words to the tags of all that is chosen, or takes them away; what each has besides stays. */
export function TagsPanel({ object, count, field, writes, onClose }: BulkPanelProps & { field: Field }) {
  const { t } = useMessages()
  const id = useId()
  const [words, setWords] = useState<readonly string[]>([])
  const { Editor } = fieldViews[field.type]
  const edit = (how: 'add' | 'remove', message: string) => {
    writes.editLists({ [how]: { [field.wire]: words } }, message)
    onClose()
  }
  const reason = words.length === 0 ? t('table.tags') : undefined
  return (
    <BulkPanel title={t('table.tags')} onClose={onClose}>
      <Editor
        id={id}
        object={object.name}
        field={field}
        record={nobody}
        value={words}
        label={t('table.tags')}
        autoFocus
        onChange={(next) => setWords(Array.isArray(next) ? next.map(String) : [])}
      />
      <div className={classes.acts}>
        <Button disabledReason={reason} onClick={() => edit('remove', t('table.tagsRemoved', { count }))}>
          {t('table.removeTags')}
        </Button>
        <Button
          variant="primary"
          disabledReason={reason}
          onClick={() => edit('add', t('table.tagsAdded', { count }))}
        >
          {t('table.addTags')}
        </Button>
      </div>
    </BulkPanel>
  )
}
