import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import type { Option } from '#shared/metadata/definition.ts'
import { MenuChoice } from '#web/design/menu-choice.tsx'
import { useMessages } from '#web/messages/use-messages.ts'
import { kindLook } from './kind-icons.ts'
import classes from './kind-tabs.module.css'

interface KindTabsProps {
  readonly kinds: readonly Option[]
  readonly current: string
  readonly onChange: (kind: string) => void
  /** How many stand in the row; the others are in a menu behind it. */
  readonly shown: number
}

/** The kinds of activity to choose from. */
export function KindTabs({ kinds, current, onChange, shown }: KindTabsProps) {
  const { t, label } = useMessages()
  const chosen = kinds.find(({ value }) => value === current)
  const first = kinds.slice(0, shown)
  const row = chosen === undefined || first.includes(chosen) ? first : [...first.slice(0, -1), chosen]
  const rest = kinds.filter((kind) => !row.includes(kind))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be a row
    <div className={classes.row} role="group" aria-label={t('activity.kind')}>
      {row.map(({ value, label: name }) => {
        const Shape = kindLook(value).icon
        return (
          <button
            key={value}
            type="button"
            className={classes.kind}
            aria-pressed={value === current}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChange(value)}
          >
            <Shape aria-hidden />
            {label(name)}
          </button>
        )
      })}
      {rest.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <button type="button" className={classes.kind} aria-label={t('activity.moreKinds')}>
              <IconChevronDown aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map(({ value, label: name }) => (
              <MenuChoice
                key={value}
                icon={kindLook(value).icon}
                checked={false}
                onClick={() => onChange(value)}
              >
                {label(name)}
              </MenuChoice>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}
