import { IconStarFilled } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useLocale } from '#web/data/index.ts'
import { useStars } from '#web/data/use-stars.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { showUndo } from '#web/design/toast-store.ts'
import { shortDateTime } from '#web/fields/short-date.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { RecordPicture } from '#web/records/record-picture.tsx'
import classes from './starred-page.module.css'
import type { Starred } from './use-starred.ts'

/** One starred record: opens it, or lets the star go. */
export function StarredLine({ star, object, record }: Starred) {
  const { t, label } = useMessages()
  const locale = useLocale()
  const { toggle } = useStars()
  const name = (object !== undefined && record ? titleOf(object, record) : '') || star.title
  const unstar = () => {
    toggle(star)
    showUndo(t('shell.unstarred', { name }), () => toggle(star))
  }
  return (
    <li className={classes.line} data-gone={record === null || undefined}>
      {object !== undefined && <RecordPicture object={object} id={star.id} name={name} />}
      <Link to="/o/$object/$id" params={{ object: star.object, id: star.id }} className={classes.title}>
        {name}
      </Link>
      <span className={classes.kind}>{object === undefined ? star.object : label(object.label)}</span>
      {record === null ? (
        <span className={classes.when}>{t('shell.starredGone')}</span>
      ) : (
        <time className={classes.when} dateTime={String(record?.updatedAt ?? '')}>
          {record === undefined ? '' : shortDateTime(String(record.updatedAt), locale)}
        </time>
      )}
      <IconButton
        icon={IconStarFilled}
        label={t('shell.unstarNamed', { name })}
        className={classes.star}
        onClick={unstar}
      />
    </li>
  )
}
