import { access } from './access.ts'
import { audit } from './audit.ts'
import { directories } from './directories.ts'
import { importing } from './import.ts'
import { people } from './people.ts'
import { pools } from './pools.ts'
import { providers } from './providers.ts'
import { reviews } from './reviews.ts'
import { settings } from './settings.ts'
import { signInPolicy } from './sign-in-policy.ts'

export const further = {
  access,
  audit,
  directories,
  import: importing,
  people,
  pools,
  providers,
  reviews,
  settings,
  signInPolicy,
}
