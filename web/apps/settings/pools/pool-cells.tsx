import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import table from '#web/design/data-table.module.css'
import { useMessages } from '#web/messages/use-messages.ts'
import { ConditionWords } from '../granting/condition-words.tsx'
import { PoolCount } from './pool-count.tsx'
import { PoolMembers } from './pool-members.tsx'
import classes from './pools.module.css'

/** What a pool holds, shows and for whom. */
export function PoolCells({ pool, object }: { pool: Pool; object: CatalogueObject }) {
  const { t, label } = useMessages()
  const title = label(object.titleField.label)
  const labels = pool.fields.flatMap((field) => {
    const known = object.fieldByName.get(field)
    return known === undefined || known.name === object.title ? [] : [label(known.label)]
  })
  const fields =
    labels.length === 0
      ? t('pools.titleOnly', { field: title })
      : [title, ...labels].join(t('records.listSeparator'))
  return (
    <>
      <td className={`${table.cell} ${classes.quiet}`} data-head={t('pools.condition')}>
        <ConditionWords
          object={object}
          condition={pool.broken || pool.concealed ? undefined : (pool.condition ?? '')}
          untold={t(pool.concealed ? 'access.concealed' : 'pools.broken')}
          every={t('pools.everyUnowned')}
        />
      </td>
      <td className={`${table.cell} ${classes.quiet}`} data-head={t('pools.fields')} title={fields}>
        {fields}
      </td>
      <td className={table.cell} data-head={t('pools.members')}>
        <PoolMembers members={pool.members ?? []} />
      </td>
      <td className={table.cell}>
        <PoolCount pool={pool} />
      </td>
    </>
  )
}
