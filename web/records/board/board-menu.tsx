import { Checkbox, Popover } from '@mantine/core'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { BoardDefinition } from '#shared/metadata/view.ts'
import { useCatalogue } from '#web/data/index.ts'
import { Button } from '#web/design/button.tsx'
import { useCommandsOfPage } from '#web/design/commands.ts'
import { Select } from '#web/design/select.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import type { ViewState } from '../views/view-state.ts'
import classes from './board-menu.module.css'
import { cardFields, layOutCard } from './card-layout.ts'
import { boardChoices } from './column-source.ts'

interface BoardMenuProps {
  readonly object: CatalogueObject
  readonly state: ViewState
}

/** What makes the columns, what their heads add up, and what a card shows. */
export function BoardMenu({ object, state }: BoardMenuProps) {
  const { t } = useMessages()
  const [opened, setOpened] = useState(false)
  const { board } = state.definition
  useCommandsOfPage([
    {
      id: 'board settings',
      title: t('board.settings'),
      words: 'board settings columns cards',
      icon: <IconAdjustmentsHorizontal aria-hidden />,
      place: 25,
      run: () => setOpened(true),
    },
  ])
  if (board === undefined) return null
  return (
    <Popover opened={opened} onChange={setOpened} width={300} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          icon={IconAdjustmentsHorizontal}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        >
          {t('board.settings')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label={t('board.settings')}>
        <Settings object={object} state={state} board={board} />
      </Popover.Dropdown>
    </Popover>
  )
}

const summable = new Set(['money', 'number'])
/** Too long for a card. */
const bulky = new Set(['longText', 'richText', 'json', 'file', 'address'])
const noSum = ''

function Settings({ object, state, board }: BoardMenuProps & { board: BoardDefinition }) {
  const { t, label } = useMessages()
  const catalogue = useCatalogue()
  const change = (part: Partial<BoardDefinition>) => state.change({ board: { ...board, ...part } })
  const { signs: _signs, ...places } = layOutCard(object, board.by, board.sum, board.card)
  const shown = cardFields({ ...places, signs: noSigns }).map(({ name }) => name)
  const choosable = object.fields.filter(
    (field) =>
      field.name !== object.title &&
      field.name !== 'currency' &&
      !bulky.has(field.type) &&
      (!field.system || field.name === 'owner'),
  )
  const toggle = (name: string) =>
    change({ card: shown.includes(name) ? shown.filter((one) => one !== name) : [...shown, name] })
  return (
    <div className={classes.settings}>
      <Select
        label={t('board.byLabel')}
        choices={boardChoices(object, catalogue).map((field) => ({
          value: field.name,
          label: label(field.label),
        }))}
        value={board.by}
        onChange={(by) => {
          const { folded: _folded, ...rest } = board
          state.change({ board: { ...rest, by } })
        }}
      />
      <Select
        label={t('board.sumLabel')}
        choices={[
          { value: noSum, label: t('board.noSum') },
          ...object.fields
            .filter((field) => !field.system && summable.has(field.type))
            .map((field) => ({ value: field.name, label: label(field.label) })),
        ]}
        value={board.sum ?? noSum}
        onChange={(sum) => {
          const { sum: _sum, ...rest } = board
          state.change({ board: sum === noSum ? rest : { ...rest, sum } })
        }}
      />
      <fieldset className={classes.fields}>
        <legend>{t('board.cardFields')}</legend>
        {choosable.map((field) => (
          <Checkbox
            key={field.key}
            size="xs"
            label={label(field.label)}
            checked={shown.includes(field.name)}
            onChange={() => toggle(field.name)}
          />
        ))}
      </fieldset>
    </div>
  )
}

const noSigns = {
  deadline: undefined,
  nextAt: undefined,
  lastAt: undefined,
  closedAt: undefined,
  status: undefined,
} as const
