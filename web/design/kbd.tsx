import { IconArrowBigUp, IconCornerDownLeft } from '@tabler/icons-react'
import { useMessages } from '#web/messages/use-messages.ts'
import classes from './kbd.module.css'

/** Signs that many faces have no glyph for are drawn. */
const drawn = { '↵': IconCornerDownLeft, '⇧': IconArrowBigUp } as const

const isDrawn = (sign: string): sign is keyof typeof drawn => Object.hasOwn(drawn, sign)

/** A key as it stands on the keyboard: `C`, `⌘↵`; `Space` by its name in each language. */
export function Kbd({ children }: { children: string }) {
  const { t } = useMessages()
  const name = children === 'Space' ? t('design.spaceKey') : children
  return (
    <kbd className={classes.key} aria-hidden>
      {name.split(/([↵⇧])/).map((sign) => {
        if (!isDrawn(sign)) return sign
        const Icon = drawn[sign]
        return <Icon key={sign} />
      })}
    </kbd>
  )
}
