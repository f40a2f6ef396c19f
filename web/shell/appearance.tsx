import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useLayoutEffect, useMemo } from 'react'
import { defaultAccent } from '#shared/metadata/settings.ts'
import { useFollowLanguage } from '#web/data/use-language-choice.ts'
import { useSettings } from '#web/data/use-session.ts'
import { accentSheet } from '#web/design/theme-accent.ts'
import { useDensity } from '#web/records/look/use-density.ts'
import { useFollowTheme } from '#web/records/look/use-theme-choice.ts'

/** `--bg` of tokens.css. */
const barColors = { light: '#f7f7f8', dark: '#0f1012' } as const

/** How the page looks to this person in this workspace: language, theme, density, the workspace's colour. */
export function Appearance() {
  const { accent } = useSettings()
  const { density } = useDensity()
  const scheme = useComputedColorScheme('light')
  const sheet = useMemo(() => (accent === defaultAccent ? undefined : accentSheet(accent)), [accent])
  useFollowLanguage()
  useFollowTheme()

  useLayoutEffect(() => {
    document.documentElement.dataset.density = density
  }, [density])

  // The bar of a phone's browser follows the theme that was chosen, which may not be the system's.
  useEffect(() => {
    for (const meta of document.querySelectorAll('meta[name="theme-color"]'))
      meta.setAttribute('content', barColors[scheme])
  }, [scheme])

  return sheet === undefined ? null : <style>{sheet}</style>
}
