import { IconEye } from '@tabler/icons-react'
import { useEffect } from 'react'
import { useRecord } from '#web/data/index.ts'
import { endViewAs, onRefusedWrite, viewedAs } from '#web/data/view-as.ts'
import { Button } from '#web/design/button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './view-as-banner.module.css'

/** Says on every page with whose eyes it is read, with the way back to one's own. */
export function ViewAsBanner() {
  const id = viewedAs()
  return id === undefined ? null : <Banner id={id} />
}

function Banner({ id }: { id: string }) {
  const { t } = useMessages()
  const { data } = useRecord('user', id)
  useEffect(() => onRefusedWrite(() => void showToast(t('sharing.readsOnly'), { tone: 'problem' })), [t])
  return (
    <section className={classes.banner} aria-label={t('sharing.viewAs')}>
      <IconEye aria-hidden />
      <strong className={classes.who} role="status">
        {data !== undefined && t('sharing.lookingAs', { name: String(data.name) })}
      </strong>
      <span className={classes.what}>{t('sharing.lookingAsWhat')}</span>
      <Button size="sm" className={classes.end} onClick={endViewAs}>
        {t('sharing.end')}
      </Button>
    </section>
  )
}
