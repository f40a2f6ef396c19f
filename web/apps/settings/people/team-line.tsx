import { Menu } from '@mantine/core'
import { IconDots, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { type DragEvent, useState } from 'react'
import type { People } from '#shared/operations/people.ts'
import { Avatar } from '#web/design/avatar.tsx'
import { IconButton } from '#web/design/icon-button.tsx'
import { MenuItem } from '#web/design/menu-item.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { TeamPlace } from './team-tree.ts'
import classes from './teams.module.css'

interface TeamLineProps {
  readonly place: TeamPlace
  readonly people: People['people']
  readonly onEdit: () => void
  readonly onAddBelow: () => void
  readonly onRemove: () => void
  /** Another team was dropped here. */
  readonly onTake: (teamId: string) => void
}

const kind = 'application/x-kith-team'

/** One team of the tree: opened by its name, taken elsewhere with the mouse, or by what its dialog says. */
export function TeamLine({ place, people, onEdit, onAddBelow, onRemove, onTake }: TeamLineProps) {
  const { t } = useMessages()
  const { team, depth, members, empty } = place
  const [over, setOver] = useState(false)
  const leader = people.find(({ id }) => id === team.leaderId)
  const accepts = (event: DragEvent) => event.dataTransfer.types.includes(kind)
  return (
    <li
      className={classes.line}
      style={{ paddingInlineStart: depth * 24 }}
      data-over={over || undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(kind, team.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={(event) => {
        if (!accepts(event)) return
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const dropped = event.dataTransfer.getData(kind)
        if (dropped !== '' && dropped !== team.id) onTake(dropped)
      }}
    >
      <button type="button" className={classes.name} onClick={onEdit}>
        {team.name}
      </button>
      {leader && (
        <span className={classes.leader}>
          <Avatar id={leader.id} name={leader.name} />
          <span>{leader.name}</span>
        </span>
      )}
      <span className={classes.count}>{t('people.memberCount', { count: members })}</span>
      <Menu position="bottom-end" withinPortal>
        <Menu.Target>
          <IconButton icon={IconDots} size="sm" label={t('people.menuOf', { name: team.name })} />
        </Menu.Target>
        <Menu.Dropdown>
          <MenuItem icon={IconPencil} onClick={onEdit}>
            {t('people.edit')}
          </MenuItem>
          <MenuItem icon={IconPlus} onClick={onAddBelow}>
            {t('people.addBelow')}
          </MenuItem>
          <Menu.Divider />
          <MenuItem icon={IconTrash} danger disabled={!empty} onClick={onRemove}>
            {t('people.remove')}
          </MenuItem>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}
