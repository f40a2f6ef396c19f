import { Checkbox } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useLocale } from '#web/data/index.ts'
import type { ReviewLine } from '#web/data/reviews.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { Button } from '#web/design/button.tsx'
import table from '#web/design/data-table.module.css'
import { Tag } from '#web/design/tag.tsx'
import { wallTime } from '#web/fields/wall-time.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { DecisionMark } from './decision-mark.tsx'
import classes from './review-table.module.css'
import { useWaysIn } from './use-ways-in.ts'

interface ReviewRowProps {
  readonly line: ReviewLine
  /** Whether it can still be decided. */
  readonly open: boolean
  readonly current: boolean
  readonly chosen: boolean
  readonly busy: boolean
  readonly onChoose: () => void
  readonly onEnter: () => void
  readonly onConfirm: () => void
  readonly onWithdraw: () => void
}

/** One role of one member: what else they have, and what is decided. */
export function ReviewRow({ line, open, current, chosen, busy, ...on }: ReviewRowProps) {
  const { t } = useMessages()
  const { timeZone } = useLocale()
  const ways = useWaysIn(line.snapshot)
  const row = useRef<HTMLTableRowElement>(null)
  useEffect(() => {
    if (current) row.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  const { name, role, snapshot, change, decision } = line
  const named = { name, role }
  return (
    <tr
      ref={row}
      className={`${table.row} ${classes.row}`}
      data-current={current}
      data-selected={chosen}
      onPointerEnter={on.onEnter}
    >
      {open && (
        <td className={`${table.cell} ${classes.tick}`}>
          <Checkbox
            size="xs"
            aria-label={t('reviews.chooseNamed', named)}
            checked={chosen}
            onChange={on.onChoose}
          />
        </td>
      )}
      <th scope="row" className={table.cell}>
        <span className={classes.person}>
          <Avatar id={line.userId} name={name} />
          <span className={classes.name}>{name}</span>
          <span className={classes.teams}>{snapshot.teams.join(' · ')}</span>
          {!snapshot.active && <Tag>{t('reviews.inactive')}</Tag>}
        </span>
      </th>
      <td className={table.cell}>
        <span className={classes.role}>
          {role}
          {change !== null && <Tag color="amber">{t(`reviews.change_${change}`)}</Tag>}
        </span>
      </td>
      <td className={`${table.cell} ${table.quiet}`} title={ways}>
        {ways}
      </td>
      <td className={table.cell} data-head={t('reviews.lastSignIn')}>
        <span className={classes.time}>
          {snapshot.lastSignInAt === null ? t('reviews.never') : wallTime(snapshot.lastSignInAt, timeZone)}
        </span>
      </td>
      <td className={table.cell}>
        {open && decision === null ? (
          <span className={classes.actions}>
            <Button
              size="sm"
              aria-label={t('reviews.confirmNamed', named)}
              busy={busy}
              onClick={on.onConfirm}
            >
              {t('reviews.confirm')}
            </Button>
            <Button
              size="sm"
              variant="subtle"
              aria-label={t('reviews.withdrawNamed', named)}
              busy={busy}
              onClick={on.onWithdraw}
            >
              {t('reviews.withdraw')}
            </Button>
          </span>
        ) : (
          <DecisionMark line={line} />
        )}
      </td>
    </tr>
  )
}
