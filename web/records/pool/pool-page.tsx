import { IconRipple } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useCatalogue } from '#web/data/index.ts'
import { problemText } from '#web/data/problem-text.ts'
import { poolsQuery } from '#web/data/use-pools.ts'
import { EmptyState } from '#web/design/empty-state.tsx'
import { ErrorState } from '#web/design/error-state.tsx'
import { TopBar } from '#web/design/top-bar.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { ListSkeleton } from '../list/list-skeleton.tsx'
import { poolObject } from './pool-object.ts'
import { PoolRecords } from './pool-records.tsx'
import { poolRoute } from './use-pool-state.ts'

/** The records of a pool, as far as it shows them. */
export function Component() {
  const { t } = useMessages()
  const { pool: id } = useParams({ from: poolRoute })
  const catalogue = useCatalogue()
  const pools = useQuery(poolsQuery)
  const pool = pools.data?.find((one) => one.id === id)
  const object = useMemo(() => {
    const whole = pool && catalogue.find(pool.object)
    return pool && whole && poolObject(whole, pool)
  }, [pool, catalogue])
  if (pool !== undefined && object !== undefined) {
    return <PoolRecords key={pool.id} pool={pool} object={object} />
  }
  return (
    <>
      <TopBar title={t('pools.title')} />
      {pools.isPending ? (
        <ListSkeleton />
      ) : pools.isError ? (
        <ErrorState detail={problemText(t, pools.error) ?? ''} onRetry={() => void pools.refetch()} />
      ) : (
        <EmptyState icon={IconRipple} title={t('pools.missing')} detail={t('pools.missingWhat')} />
      )}
    </>
  )
}
