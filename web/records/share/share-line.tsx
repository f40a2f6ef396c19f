import { IconX } from '@tabler/icons-react'
import type { Share } from '#shared/operations/sharing.ts'
import { ApiError, useLocale } from '#web/data/index.ts'
import type { useShares } from '#web/data/use-shares.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { showToast } from '#web/design/toast-store.ts'
import { useRecordName } from '#web/fields/index.ts'
import { shortDate } from '#web/fields/short-date.ts'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { AccessLine } from './access-line.tsx'
import { LevelSelect } from './level-select.tsx'
import classes from './share.module.css'
import { useGranteeName } from './use-grantee-name.ts'

interface ShareLineProps {
  readonly share: Share
  readonly sharing: ReturnType<typeof useShares>
  readonly mayShare: boolean
}

/** One with whom the record is shared by hand: what they may do, and ending it. */
export function ShareLine({ share, sharing, mayShare }: ShareLineProps) {
  const { t } = useMessages()
  const locale = useLocale()
  const { grantee, level, sharedBy, sharedAt } = share
  const name = useGranteeName(grantee)
  const by = useRecordName({ object: 'actor', id: sharedBy ?? '' })
  const date = shortDate(wallTime(sharedAt, locale.timeZone), locale)
  const refused = (error: unknown) =>
    void showToast(error instanceof ApiError ? error.detail : String(error), { tone: 'problem' })
  return (
    <AccessLine
      kind={grantee.kind}
      {...(grantee.id !== undefined && { id: grantee.id })}
      name={name}
      why={by === '' ? t('sharing.byShare') : t('sharing.since', { name: by, date })}
    >
      {mayShare ? (
        <>
          <span className={classes.levelChoice}>
            <LevelSelect
              label={t('sharing.levelOf', { name })}
              level={level}
              onChange={(next) => sharing.set.mutate({ grantee, level: next }, { onError: refused })}
            />
          </span>
          <IconButton
            size="sm"
            icon={IconX}
            label={t('sharing.removeNamed', { name })}
            onClick={() =>
              sharing.end.mutate(grantee, {
                onSuccess: () => void showToast(t('sharing.removed', { name })),
                onError: refused,
              })
            }
          />
        </>
      ) : (
        <span className={classes.level}>{t(`sharing.level_${level}`)}</span>
      )}
    </AccessLine>
  )
}
