import { IconMail, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useMay } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { useKeys } from '#web/design/use-keys.ts'
import { preparePicker } from '#web/fields/index.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { inSentence } from '../in-sentence.ts'
import { mailAddressOf } from './reach.ts'
import { relatedLists, relatedValues } from './related.ts'
import { stagedList } from './use-outcome-sum.ts'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface RecordActionsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** What is done with a record most often: write to it, begin the next deal. */
export function RecordActions({ object, record }: RecordActionsProps) {
  const { t, label, language } = useMessages()
  const [creating, setCreating] = useState(false)
  const { may } = useMay()
  const found = stagedList(relatedLists(useCatalogue(), object).pointing)
  const staged = found !== undefined && may(found.object.name, 'create') ? found : undefined
  const mail = mailAddressOf(object, record)
  const write = () => {
    if (mail !== undefined) location.assign(mail)
  }
  useKeys({ m: write }, mail !== undefined)
  useCommandsOfPage([
    ...(mail !== undefined
      ? [
          {
            id: 'mail',
            title: t('activity.sendMail'),
            words: 'mail email write',
            icon: <IconMail aria-hidden />,
            keyHint: 'M',
            place: 15,
            run: write,
          },
        ]
      : []),
    ...(staged !== undefined
      ? [
          {
            id: 'new related',
            title: t('activity.newFor', {
              object: inSentence(label(staged.object.label), language),
              name: titleOf(object, record),
            }),
            words: `new ${staged.object.name}`,
            icon: <IconPlus aria-hidden />,
            place: 16,
            run: () => setCreating(true),
          },
        ]
      : []),
  ])
  return (
    <>
      {mail !== undefined && (
        <Button icon={IconMail} keyHint="M" onClick={write}>
          {t('activity.sendMail')}
        </Button>
      )}
      {staged !== undefined && (
        <Button variant="primary" icon={IconPlus} onClick={() => setCreating(true)}>
          {t('records.newRecord', { object: inSentence(label(staged.object.label), language) })}
        </Button>
      )}
      {creating && staged !== undefined && (
        <Suspense>
          <CreateDialog
            object={staged.object}
            prefilled={relatedValues(staged, object.name, record.id)}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </>
  )
}
