import { useMantineColorScheme } from '@mantine/core'
import { useEffect } from 'react'
import { usePreference } from '#web/data/preferences.ts'
import { type ThemeName, themes } from '#web/design/themes.ts'

interface ThemeInUse {
  readonly theme: ThemeName
  readonly setTheme: (next: ThemeName) => void
}

/** The person's theme: of this page at once, and of every other device. */
export function useThemeChoice(): ThemeInUse {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [, setPreference] = usePreference<ThemeName | undefined>('theme', undefined)
  return {
    theme: colorScheme,
    setTheme: (next) => {
      setPreference(next)
      setColorScheme(next)
    },
  }
}

/** Follows what the person chose, here or on another device. Once, in the frame. */
export function useFollowTheme(): void {
  const { setColorScheme } = useMantineColorScheme()
  const [preferred] = usePreference<ThemeName | undefined>('theme', undefined)
  useEffect(() => {
    if (themes.some(({ name }) => name === preferred) && preferred !== undefined) setColorScheme(preferred)
  }, [preferred, setColorScheme])
}
