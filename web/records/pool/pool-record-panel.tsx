import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { Pool } from '#shared/operations/pools.ts'
import type { RecordData } from '#web/data/index.ts'
import { usePooledRecord } from '#web/data/use-pooled-record.ts'
import { IconButton } from '#web/design/icon-button.tsx'
import { useKeys } from '#web/design/use-keys.ts'
import { titleOf } from '#web/fields/use-found.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import type { Lines } from '../list/line.ts'
import peek from '../peek/peek.module.css'
import { PoolRecord } from './pool-record.tsx'
import classes from './pool-record-panel.module.css'
import { isRefused } from './refusal.ts'

interface PoolRecordPanelProps {
  readonly pool: Pool
  readonly object: CatalogueObject
  readonly id: string
  /** Of the list, which brings the next ones while one steps from record to record. */
  readonly lines: Lines
  readonly onLook: (id: string) => void
  readonly onClose: () => void
}

/** One record of a pool beside the list, to be read. */
export function PoolRecordPanel(props: PoolRecordPanelProps) {
  const { pool, object, id, lines, onLook, onClose } = props
  const { t } = useMessages()
  const asked = usePooledRecord(object.name, pool.id, id)
  const { records: among, complete } = lines
  const at = among.findIndex((record) => record.id === id)
  const gone = isRefused(asked.error)
  const record = gone ? undefined : (asked.data ?? among[at])
  const name = record === undefined ? pool.name : titleOf(object, record)
  const [before, after] = at < 0 ? [] : [among[at - 1], among[at + 1]]
  const step = (to: RecordData | undefined) => to !== undefined && onLook(to.id)
  useKeys({ Escape: onClose, k: () => step(before), j: () => step(after) })
  return (
    <aside
      className={`${peek.panel} ${classes.panel}`}
      aria-label={t('table.previewOf', { name })}
      data-floating
    >
      <div className={peek.bar}>
        <IconButton
          icon={IconChevronUp}
          label={t('records.previous')}
          keyHint="K"
          disabled={before === undefined}
          onClick={() => step(before)}
        />
        <IconButton
          icon={IconChevronDown}
          label={t('records.next')}
          keyHint="J"
          disabled={after === undefined && (at < 0 || complete)}
          onClick={() => step(after)}
        />
        <span className={peek.rest} />
        <IconButton icon={IconX} label={t('design.close')} keyHint="Esc" onClick={onClose} />
      </div>
      <div className={peek.content}>
        <PoolRecord
          object={object}
          record={record}
          gone={gone}
          error={asked.error}
          onAgain={() => void asked.refetch()}
        />
      </div>
    </aside>
  )
}
