import { Menu } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconArrowsHorizontal, IconPencil, IconX } from '@tabler/icons-react'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './block.module.css'
import { type Block, type BlockWidth, widths } from './block.ts'

interface BlockActsProps {
  readonly block: Block
  readonly title: string
  readonly first: boolean
  readonly last: boolean
  readonly onMove: (step: -1 | 1) => void
  readonly onWidth: (width: BlockWidth) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
}

const names = Object.keys(widths) as readonly BlockWidth[]

/** What can be done with a block while blocks are arranged, each by a button. */
export function BlockActs({ block, title, first, last, onMove, onWidth, onEdit, onRemove }: BlockActsProps) {
  const { t } = useMessages()
  return (
    // What is pressed here lifts no block.
    <span className={classes.acts} onPointerDown={(event) => event.stopPropagation()}>
      <IconButton
        size="sm"
        icon={IconArrowLeft}
        label={t('home.moveBefore', { title })}
        disabled={first}
        onClick={() => onMove(-1)}
      />
      <IconButton
        size="sm"
        icon={IconArrowRight}
        label={t('home.moveAfter', { title })}
        disabled={last}
        onClick={() => onMove(1)}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <IconButton size="sm" icon={IconArrowsHorizontal} label={t('home.widthOf', { title })} />
        </Menu.Target>
        <Menu.Dropdown>
          {names.map((name) => (
            <MenuChoice key={name} checked={block.width === name} onClick={() => onWidth(name)}>
              {t(`home.width_${name}`)}
            </MenuChoice>
          ))}
        </Menu.Dropdown>
      </Menu>
      <IconButton size="sm" icon={IconPencil} label={t('home.editBlock', { title })} onClick={onEdit} />
      <IconButton size="sm" icon={IconX} label={t('home.removeBlock', { title })} onClick={onRemove} />
    </span>
  )
}
