import { useId, useState } from 'react'
import type { Field } from '#shared/metadata/catalogue.ts'
import type { RecordData, RecordEdit } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { fieldViews } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { BulkPanelProps } from './assign-panel.tsx'
import classes from './bulk.module.css'
import { BulkPanel } from './bulk-panel.tsx'
import { withoutTags, withTags } from './tag-edits.ts'

const nobody: RecordData = { id: '', version: 0 }

/** Adds words to the tags of all that is chosen, or takes them away; what each has besides stays. */
export function TagsPanel({ object, ticked, field, writes, onClose }: BulkPanelProps & { field: Field }) {
  const { t } = useMessages()
  const id = useId()
  const [words, setWords] = useState<readonly string[]>([])
  const { Editor } = fieldViews[field.type]
  const apply = (edits: readonly RecordEdit[], message: string) => {
    writes.setEach(edits, message)
    onClose()
  }
  const add = () => {
    const edits = withTags(ticked, field.wire, words)
    apply(edits, t('table.tagsAdded', { count: edits.length }))
  }
  const remove = () => {
    const edits = withoutTags(ticked, field.wire, words)
    apply(edits, t('table.tagsRemoved', { count: edits.length }))
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
        <Button disabledReason={reason} onClick={remove}>
          {t('table.removeTags')}
        </Button>
        <Button variant="primary" disabledReason={reason} onClick={add}>
          {t('table.addTags')}
        </Button>
      </div>
    </BulkPanel>
  )
}
