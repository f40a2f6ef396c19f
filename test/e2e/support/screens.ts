import { boardScreens } from './screens/boards.ts'
import { entryScreens } from './screens/entry.ts'
import { homeScreens } from './screens/home.ts'
import { importScreens } from './screens/imports.ts'
import { interruptedScreens } from './screens/interrupted.ts'
import { listScreens } from './screens/lists.ts'
import { recordScreens } from './screens/records.ts'
import { settingsScreens } from './screens/settings.ts'
import { shellScreens } from './screens/shell.ts'
import { workScreens } from './screens/work.ts'
import type { Screen } from './visit.ts'

/** Every screen of the web app, in the states that differ in looks. */
export const screens: readonly Screen[] = [
  ...entryScreens,
  ...homeScreens,
  ...listScreens,
  ...boardScreens,
  ...recordScreens,
  ...workScreens,
  ...importScreens,
  ...settingsScreens,
  ...shellScreens,
  ...interruptedScreens,
]
