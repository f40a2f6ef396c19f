import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { RecordData } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { Dialog } from '#web/design/dialog.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { withMod } from '#web/design/use-keys.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { FormFields } from './form-fields.tsx'
import { useRecordForm } from './use-record-form.ts'

interface CreateDialogProps {
  readonly object: CatalogueObject
  /** Wire values that are filled in already: the record from which one comes. */
  readonly prefilled: Readonly<Record<string, unknown>>
  /** Called before `onClose` with the record that was made. */
  readonly onCreated?: (made: RecordData) => void
  readonly onClose: () => void
}

/** Makes a record without leaving the page; on a phone it is a sheet. */
export function CreateDialog({ object, prefilled, onCreated, onClose }: CreateDialogProps) {
  const { t, label, language } = useMessages()
  const form = useRecordForm(object, prefilled, (made) => {
    onCreated?.(made)
    onClose()
    showToast(t('records.createdNamed', { name: titleOf(object, made) }))
  })
  const close = () => {
    form.callOff()
    onClose()
  }
  return (
    <Dialog
      opened
      onClose={close}
      width={560}
      title={t('records.newRecord', { object: inSentence(label(object.label), language) })}
      footer={
        <>
          <Button
            onClick={() => {
              form.discard()
              close()
            }}
          >
            {t('design.cancel')}
          </Button>
          <Button variant="primary" busy={form.saving} keyHint={withMod('↵')} onClick={form.submit}>
            {t('records.save')}
          </Button>
        </>
      }
    >
      <FormFields object={object} form={form} />
    </Dialog>
  )
}
