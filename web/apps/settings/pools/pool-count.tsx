import { Link } from '@tanstack/react-router'
import type { Pool } from '#shared/operations/pools.ts'
import { useRecordCount } from '#web/data/use-record-count.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './pools.module.css'

/** How many records lie in a pool now, and the way to them. */
export function PoolCount({ pool }: { pool: Pool }) {
  const { t } = useMessages()
  const count = useRecordCount(pool.object, { pool: pool.id })
  if (count === undefined) return null
  return (
    <Link
      to="/pools/$pool"
      params={{ pool: pool.id }}
      className={classes.count ?? ''}
      aria-label={t('pools.look', { name: pool.name, count })}
    >
      {t('access.counted', { count })}
    </Link>
  )
}
