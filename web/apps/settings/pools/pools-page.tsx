import { IconRipple } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { poolsQuery } from '#web/data/use-pools.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { GrantsPage } from '../granting/grants-page.tsx'
import { DeletePoolDialog } from './delete-pool-dialog.tsx'
import { PoolCells } from './pool-cells.tsx'
import { PoolDialog } from './pool-dialog.tsx'
import classes from './pools.module.css'

/** Where records without an owner gather: for whom, and how much of them is shown. */
export function Component() {
  const { t } = useMessages()
  return (
    <GrantsPage
      title={t('pools.title')}
      detail={t('pools.detail')}
      make={t('pools.newPool')}
      none={t('pools.none')}
      noneWhat={t('pools.noneWhat')}
      icon={IconRipple}
      grants={useQuery(poolsQuery)}
      heads={[
        t('pools.name'),
        t('pools.condition'),
        t('pools.fields'),
        t('pools.members'),
        t('pools.records'),
      ]}
      columns={classes.columns}
      labelOf={(name) => t('pools.poolsOf', { object: name })}
      deleteLabelOf={(name) => t('pools.eraseNamed', { name })}
      cells={(pool, object) => <PoolCells pool={pool} object={object} />}
      editor={(pool, onClose) => <PoolDialog pool={pool} onClose={onClose} />}
      deletion={(pool, onClose) => <DeletePoolDialog pool={pool} onClose={onClose} />}
    />
  )
}
