import {
  type Icon,
  IconBrandWechat,
  IconCirclePlus,
  IconMail,
  IconNavigation,
  IconPhone,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import { type RecordData, useCatalogue, useLocale, useMay, useSession } from '#web/data/index.ts'
import { useCopyToast } from '#web/design/use-copy-toast.ts'
import { preparePicker } from '#web/fields/index.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './phone-actions.module.css'
import { dialAddressOf, mailAddressOf, mapAddressOf, wechatOf } from './reach.ts'
import { relatedLists, relatedValues } from './related.ts'

const CreateDialog = lazy(async () => {
  const [{ CreateDialog: Loaded }] = await Promise.all([import('../form/create-dialog.tsx'), preparePicker()])
  return { default: Loaded }
})

interface PhoneActionsProps {
  readonly object: CatalogueObject
  readonly record: RecordData
}

/** The ways to reach whom the record is about, as far as it knows them, and a task. */
export function PhoneActions({ object, record }: PhoneActionsProps) {
  const { t } = useMessages()
  const copyToast = useCopyToast()
  const locale = useLocale()
  const { user } = useSession()
  const [creating, setCreating] = useState(false)
  const { may } = useMay()
  const about = relatedLists(useCatalogue(), object).about
  const tasks = may('task', 'create') ? about.find((one) => one.object.name === 'task') : undefined
  const wechat = wechatOf(object, record)
  const links: readonly { icon: Icon; text: string; href: string | undefined }[] = [
    { icon: IconPhone, text: t('activity.call'), href: dialAddressOf(object, record) },
    { icon: IconMail, text: t('activity.mail'), href: mailAddressOf(object, record) },
    { icon: IconNavigation, text: t('activity.navigate'), href: mapAddressOf(object, record, locale) },
  ]
  const shown = links.filter(({ href }) => href !== undefined)
  if (shown.length === 0 && wechat === undefined && tasks === undefined) return null
  return (
    <div className={classes.actions}>
      {shown.map(({ icon: Shape, text, href }) => (
        <a key={text} href={href} className={classes.action} rel="noopener">
          <Shape aria-hidden />
          {text}
        </a>
      ))}
      {wechat !== undefined && (
        <button
          type="button"
          className={classes.action}
          onClick={() => copyToast(wechat, t('activity.wechatCopied'))}
        >
          <IconBrandWechat aria-hidden />
          {t('activity.wechat')}
        </button>
      )}
      {tasks !== undefined && (
        <button type="button" className={classes.action} onClick={() => setCreating(true)}>
          <IconCirclePlus aria-hidden />
          {t('activity.task')}
        </button>
      )}
      {creating && tasks !== undefined && (
        <Suspense>
          <CreateDialog
            object={tasks.object}
            prefilled={{ ...relatedValues(tasks, object.name, record.id), assigneeId: user.id }}
            onClose={() => setCreating(false)}
          />
        </Suspense>
      )}
    </div>
  )
}
