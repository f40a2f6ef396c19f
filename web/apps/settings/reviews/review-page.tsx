import { IconDownload } from '@tabler/icons-react'
import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { address, useLocale, useMay } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useReview } from '#web/data/use-reviews.ts'
import { Button } from '#web/design/button.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingsPage } from '../settings-page.tsx'
import { AddedAccess } from './added-access.tsx'
import { quarterMonths } from './quarter-months.ts'
import { ReviewLines } from './review-lines.tsx'
import classes from './review-page.module.css'
import { SignOffDialog } from './sign-off-dialog.tsx'

const route = '/shell/settings/access-reviews/$id'

/** One review: its lines, to be confirmed or withdrawn, and the signature at its end. */
export function Component() {
  const { t, language } = useMessages()
  const { timeZone } = useLocale()
  const { id } = useParams({ from: route })
  const asked = useSearch({ from: route })
  const navigate = useNavigate({ from: '/settings/access-reviews/$id' })
  const { right } = useMay()
  const review = useReview(id)
  const [signing, setSigning] = useState(false)
  const { data } = review
  const open = data === undefined ? 0 : data.lines - data.confirmed - data.withdrawn
  const reason =
    open > 0
      ? t('reviews.signOffReason', { count: open })
      : right('roles')
        ? undefined
        : t('reviews.signOffRight')

  if (review.isError)
    return <ErrorState detail={problemText(t, review.error) ?? ''} onRetry={() => void review.refetch()} />
  return (
    <div className={classes.page}>
      <SettingsPage
        title={
          data === undefined ? t('reviews.title') : t('reviews.span', quarterMonths(data.startsOn, language))
        }
        detail={
          data?.signedAt == null
            ? t('reviews.detail')
            : t('reviews.signedBy', { name: data.signedBy ?? '', at: wallTime(data.signedAt, timeZone) })
        }
        action={
          <div className={classes.actions}>
            <Button
              icon={IconDownload}
              onClick={() => window.location.assign(address(`/access-reviews/${id}/export`))}
            >
              {t('reviews.export')}
            </Button>
            {data?.signedAt === null && (
              <Button variant="primary" disabledReason={reason} onClick={() => setSigning(true)}>
                {t('reviews.signOff')}
              </Button>
            )}
          </div>
        }
      >
        {data !== undefined && data.comment !== '' && <p className={classes.comment}>{data.comment}</p>}
        {data !== undefined && data.added.length > 0 && <AddedAccess added={data.added} />}
        {data !== undefined && (
          <ReviewLines
            review={data}
            asked={asked}
            onAsk={(part) => void navigate({ search: { ...asked, ...part }, replace: true })}
          />
        )}
      </SettingsPage>
      {signing && <SignOffDialog id={id} onClose={() => setSigning(false)} />}
    </div>
  )
}
