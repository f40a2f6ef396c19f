import { IconNote } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import { type ComposerSubject, openComposer } from './open-composer.ts'
import classes from './phone-composer-bar.module.css'

/** At the foot of a record on a phone: one touch from writing down what happened. */
export function PhoneComposerBar({ about }: { about: ComposerSubject }) {
  const { t } = useMessages()
  return (
    <div className={classes.bar}>
      <button type="button" className={classes.open} onClick={() => openComposer(about)}>
        <IconNote aria-hidden />
        {t('activity.phoneHint')}
      </button>
    </div>
  )
}
