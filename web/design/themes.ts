import { type Icon, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import type { MessageKey } from '#web/messages/catalogue.ts'

export type ThemeName = 'light' | 'dark' | 'auto'

interface Theme {
  readonly name: ThemeName
  readonly title: Extract<MessageKey, `shell.theme${string}`>
  readonly icon: Icon
}

export const themes: readonly Theme[] = [
  { name: 'light', title: 'shell.themeLight', icon: IconSun },
  { name: 'dark', title: 'shell.themeDark', icon: IconMoon },
  { name: 'auto', title: 'shell.themeSystem', icon: IconDeviceDesktop },
]
