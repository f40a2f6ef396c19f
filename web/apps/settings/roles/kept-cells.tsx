import { IconLock } from '@tabler/icons-react'
import { type Right, verbs } from '#shared/access/permissions.ts'
import { useMessages } from '#web/messages/use-messages.ts'
import { GridPart } from './grid-part.tsx'
import classes from './matrix.module.css'

interface KeptCellsProps {
  readonly right: Right
}

/** The cells of an object that no scope decides: who sees and changes it, in words. */
export function KeptCells({ right }: KeptCellsProps) {
  const { t } = useMessages()
  return (
    <GridPart role="gridcell" className={classes.kept} aria-colspan={verbs.length + 1}>
      <IconLock size={14} aria-hidden />
      <span>{t('access.keptByRight', { right: t(`access.right_${right}`) })}</span>
    </GridPart>
  )
}
