import { Link } from '@tanstack/react-router'
import { useLocale } from '#web/data/index.ts'
import type { AccessReview } from '#web/data/reviews.ts'
import table from '#web/design/data-table.module.css'
import { StatusDot } from '#web/design/status-dot.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsTable } from '../settings-table.tsx'
import { quarterMonths } from './quarter-months.ts'
import classes from './reviews-table.module.css'

/** One review a line: its quarter, how far it is, who opened and who signed it. */
export function ReviewsTable({ reviews }: { readonly reviews: readonly AccessReview[] | undefined }) {
  const { t, language } = useMessages()
  const { timeZone } = useLocale()
  return (
    <SettingsTable
      label={t('reviews.title')}
      heads={[t('reviews.quarter'), t('reviews.progress'), t('reviews.opened'), t('reviews.signed')]}
      rows={reviews}
    >
      {({
        id,
        startsOn,
        lines,
        confirmed,
        withdrawn,
        bySchedule,
        openedBy,
        openedAt,
        signedAt,
        signedBy,
      }) => {
        const at = wallTime(openedAt, timeZone)
        return (
          <>
            <th scope="row" className={table.cell}>
              <Link to="/settings/access-reviews/$id" params={{ id }} className={classes.link}>
                {t('reviews.span', quarterMonths(startsOn, language))}
              </Link>
            </th>
            <td className={table.cell} data-head={t('reviews.progress')}>
              <span className={classes.number}>
                {t('reviews.progressOf', { done: confirmed + withdrawn, lines })}
              </span>
            </td>
            <td className={table.cell} data-head={t('reviews.opened')}>
              {bySchedule ? t('reviews.bySchedule', { at }) : t('reviews.openedBy', { name: openedBy, at })}
            </td>
            <td className={table.cell}>
              {signedAt === null ? (
                <StatusDot color="amber">{t('reviews.inProgress')}</StatusDot>
              ) : (
                <StatusDot color="green">
                  {t('reviews.openedBy', { name: signedBy ?? '', at: wallTime(signedAt, timeZone) })}
                </StatusDot>
              )}
            </td>
          </>
        )
      }}
    </SettingsTable>
  )
}
