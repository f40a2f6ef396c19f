import { Switch } from '@mantine/core'
import { IconChecklist, IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useMay } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { useOpenReview, useReviews } from '#web/data/use-reviews.ts'
import { useSettings } from '#web/data/use-session.ts'
import { Button } from '#web/design/button.tsx'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { SettingLine } from '../setting-line.tsx'
import { SettingsPage } from '../settings-page.tsx'
import { useSettingChange } from '../use-setting-change.ts'
import { ReviewsTable } from './reviews-table.tsx'

/** Reviews of who has what, the newest first. */
export function Component() {
  const { t } = useMessages()
  const reviews = useReviews()
  const open = useOpenReview()
  const navigate = useNavigate()
  const { right } = useMay()
  const { quarterlyReview = false } = useSettings()
  const save = useSettingChange()
  const start = () =>
    open.mutate(undefined, {
      onSuccess: ({ id }) => void navigate({ to: '/settings/access-reviews/$id', params: { id } }),
      onError: (error) => showToast(problemText(t, error) ?? t('design.failed'), { tone: 'problem' }),
    })
  const pending = reviews.data?.some(({ signedAt }) => signedAt === null) === true
  const button = (
    <Button
      variant="primary"
      icon={IconPlus}
      busy={open.isPending}
      disabledReason={pending ? t('reviews.stillOpen') : undefined}
      onClick={start}
    >
      {t('reviews.open')}
    </Button>
  )
  const empty = reviews.data?.length === 0

  return (
    <SettingsPage title={t('reviews.title')} detail={t('reviews.detail')} action={!empty && button}>
      {right('settings') && (
        <SettingLine label={t('reviews.quarterly')} help={t('reviews.quarterlyHelp')}>
          <Switch
            label={t('reviews.automatic')}
            checked={quarterlyReview}
            onChange={(event) => save({ quarterlyReview: event.target.checked })}
          />
        </SettingLine>
      )}
      {reviews.isError ? (
        <ErrorState detail={problemText(t, reviews.error) ?? ''} onRetry={() => void reviews.refetch()} />
      ) : empty ? (
        <EmptyState
          icon={IconChecklist}
          title={t('reviews.none')}
          detail={t('reviews.noneWhat')}
          action={button}
        />
      ) : (
        <ReviewsTable reviews={reviews.data} />
      )}
    </SettingsPage>
  )
}
