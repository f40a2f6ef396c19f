import { useLocale } from '#web/data/index.ts'
import type { AccessReviewDetail } from '#web/data/reviews.ts'
import form from '#web/design/form.module.css'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './added-access.module.css'

/** What was given while the review was open: it stands in no line. */
export function AddedAccess({ added }: { readonly added: AccessReviewDetail['added'] }) {
  const { t } = useMessages()
  const { timeZone } = useLocale()
  return (
    <section className={form.notice} aria-label={t('reviews.added')}>
      <h3 className={classes.title}>{t('reviews.added')}</h3>
      <ul className={classes.list}>
        {added.map(({ userId, roleId, name, role, at }) => (
          <li key={`${userId} ${roleId}`}>
            {t('reviews.addedLine', { name, role, at: wallTime(at, timeZone) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
