import { Link } from '@tanstack/react-router'
import { useCatalogue, useSession } from '#web/data/index.ts'
import { ObjectIcon } from '#web/design/object-icon.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { recentSubjects } from '#web/records/activity/recent-subjects.ts'
import { hasPicture, RecordPicture } from '#web/records/record-picture.tsx'
import classes from './block.module.css'

/** The records that were looked at or written about last on this device. */
export function RecentBlock() {
  const { t, label } = useMessages()
  const { workspace } = useSession()
  const catalogue = useCatalogue()
  const recent = recentSubjects(workspace.id).flatMap((subject) => {
    const object = catalogue.find(subject.object)
    return object === undefined ? [] : [{ ...subject, object }]
  })
  if (recent.length === 0) return <p className={classes.none}>{t('home.noRecent')}</p>
  return (
    <ul className={classes.lines}>
      {recent.map(({ object, id, title }) => (
        <li key={id}>
          <Link to="/o/$object/$id" params={{ object: object.name, id }} className={classes.line ?? ''}>
            {hasPicture(object) ? (
              <RecordPicture object={object} id={id} name={title} size={24} />
            ) : (
              <ObjectIcon name={object.icon} />
            )}
            <span className={classes.text}>
              <span className={classes.title} title={title} dir="auto">
                {title}
              </span>
            </span>
            <span className={classes.quiet}>{label(object.label)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
