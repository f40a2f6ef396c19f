import { Link, useSearch } from '@tanstack/react-router'
import { poolRoute } from './use-pool-state.ts'

interface PoolRecordLinkProps {
  readonly pool: string
  readonly id: string
  readonly title: string
  readonly className: string | undefined
}

/** The name of a record in a pool: opens it beside the list, of which the address keeps the rest. */
export function PoolRecordLink({ pool, id, title, className }: PoolRecordLinkProps) {
  const beside = useSearch({ from: poolRoute, select: ({ record }) => record !== undefined })
  return (
    <Link
      to="/pools/$pool"
      params={{ pool }}
      search={(old) => ({ ...old, record: id })}
      // Beside one that is open already it takes its place: the way back leads to the list.
      replace={beside}
      state={beside ? true : { overList: true }}
      className={className ?? ''}
      title={title}
      dir="auto"
      data-record={id}
      activeProps={{}}
    >
      {title}
    </Link>
  )
}
