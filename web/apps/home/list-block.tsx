import { Link } from '@tanstack/react-router'
import { useCatalogue, useRecordList } from '#web/data/index.ts'
import { Skeleton } from '#web/design/skeleton.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { includesOf, listedFields } from '#web/records/list/columns.ts'
import classes from './block.module.css'
import type { ListBlock as Block } from './block.ts'
import { BlockProblem } from './block-problem.tsx'
import { ListLine } from './list-line.tsx'

const most = 8

/** The first records of a filter, and the way to all of them. */
export function ListBlock({ block }: { block: Block }) {
  const { t } = useMessages()
  const object = useCatalogue().object(block.object)
  const { filter, sort } = block
  const { data, error, refetch } = useRecordList(object.name, {
    filter: filter === '' ? undefined : filter,
    sort,
    include: includesOf(listedFields(object)),
    limit: most,
    count: 'estimate',
  })
  if (error !== null) return <BlockProblem error={error} onRetry={() => void refetch()} />
  const [page] = data?.pages ?? []
  if (page === undefined) return <Skeleton height={160} />
  if (page.data.length === 0) return <p className={classes.none}>{t('home.nothing')}</p>
  const count = page.count ?? page.data.length
  return (
    <>
      <ul className={classes.lines}>
        {page.data.slice(0, most).map((record) => (
          <ListLine key={record.id} object={object} record={record} />
        ))}
      </ul>
      {count > most && (
        <Link
          to="/o/$object"
          params={{ object: object.name }}
          search={{ ...(filter !== undefined && { filter }), ...(sort !== undefined && { sort }) }}
          className={classes.all ?? ''}
        >
          {t('home.all', { count })}
        </Link>
      )}
    </>
  )
}
