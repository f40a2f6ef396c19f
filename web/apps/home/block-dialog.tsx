import { TextInput } from '@mantine/core'
import { type SubmitEvent, useId, useState } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { ChoiceCards } from '#web/design/choice-cards.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Block } from './block.ts'
import { blockKinds } from './block.ts'
import classes from './block-dialog.module.css'
import { blockOf, draftOf } from './block-draft.ts'
import { RecordsPart } from './records-part.tsx'
import { useBlockTitle } from './use-block-title.ts'

interface BlockDialogProps {
  /** The block that is changed; undefined for a new one. */
  readonly block: Block | undefined
  readonly onClose: () => void
  readonly onDone: (block: Block) => void
}

const longestTitle = 80

/** What a block shows and how it is called. */
export function BlockDialog({ block, onClose, onDone }: BlockDialogProps) {
  const { t } = useMessages()
  const catalogue = useCatalogue()
  const form = useId()
  const titleOf = useBlockTitle()
  const [draft, setDraft] = useState(() => draftOf(block, catalogue))
  const made = blockOf(draft, block)
  const ofRecords = draft.kind !== 'tasks' && draft.kind !== 'recent'
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    onDone(made)
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(block === undefined ? 'home.newBlock' : 'home.changeBlock')}
      width={560}
      footer={
        <>
          <Button onClick={onClose}>{t('design.cancel')}</Button>
          <Button variant="primary" type="submit" form={form}>
            {t(block === undefined ? 'home.addBlock' : 'home.saveBlock')}
          </Button>
        </>
      }
    >
      <form id={form} className={classes.form} onSubmit={submit}>
        <ChoiceCards
          label={t('home.kind')}
          value={draft.kind}
          choices={blockKinds.map((kind) => ({ value: kind, label: t(`home.kind_${kind}`) }))}
          onChange={(kind) => setDraft({ ...draft, kind })}
        />
        {ofRecords && <RecordsPart draft={draft} onChange={setDraft} />}
        <TextInput
          label={t('home.name')}
          placeholder={titleOf({ ...made, title: '' })}
          value={draft.title}
          maxLength={longestTitle}
          onChange={(event) => setDraft({ ...draft, title: event.currentTarget.value })}
        />
      </form>
    </Dialog>
  )
}
