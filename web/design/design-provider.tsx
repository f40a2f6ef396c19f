import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import type { ReactNode } from 'react'
import './tokens.css'
import './mantine.css'
import './base.css'
import { theme, variables } from './theme.ts'

const colorScheme = localStorageColorSchemeManager({ key: 'kith.theme' })

/** Theme for everything below: light, dark, or as the system is (the default); remembered on this device. */
export function DesignProvider({ children }: { children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={colorScheme}
      defaultColorScheme="auto"
    >
      {children}
    </MantineProvider>
  )
}
