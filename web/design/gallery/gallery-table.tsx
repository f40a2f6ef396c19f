import { useMessages } from '#web/messages/use-messages.ts'
import table from '../data-table.module.css'
import { StatusDot } from '../status-dot.tsx'
import { Tag } from '../tag.tsx'

/** Rows at rest and selected, text and numbers. */
export function GalleryTable() {
  const { t } = useMessages()
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th className={table.head}>{t('design.sampleField')}</th>
          <th className={table.head}>{t('design.sampleLevel')}</th>
          <th className={table.head}>{t('design.sampleState')}</th>
          <th className={`${table.head} ${table.number}`}>{t('design.sampleAmount')}</th>
        </tr>
      </thead>
      <tbody>
        {['¥386.00', '¥12.50', '¥1,004.00'].map((amount, index) => (
          <tr key={amount} className={table.row} data-selected={index === 1}>
            <td className={`${table.cell} ${table.strong}`}>{t('design.sampleCompany')}</td>
            <td className={table.cell}>
              <Tag color="blue">{t('design.sampleLevelA')}</Tag>
            </td>
            <td className={table.cell}>
              <StatusDot color="green">{t('design.sampleLevelBDetail')}</StatusDot>
            </td>
            <td className={`${table.cell} ${table.number} ${table.strong}`}>{amount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
