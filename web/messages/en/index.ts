import type { Messages } from '../catalogue.ts'
import { auth } from './auth.ts'
import { design } from './design.ts'
import { fields } from './fields.ts'
import { importing } from './import.ts'
import { records } from './records.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'

export const messages: Messages = { design, shell, auth, settings, records, fields, import: importing }
