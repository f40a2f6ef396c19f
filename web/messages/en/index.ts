import type { Messages } from '../catalogue.ts'
import { activity } from './activity.ts'
import { audit } from './audit.ts'
import { auth } from './auth.ts'
import { board } from './board.ts'
import { calendar } from './calendar.ts'
import { design } from './design.ts'
import { fields } from './fields.ts'
import { home } from './home.ts'
import { importing } from './import.ts'
import { inbox } from './inbox.ts'
import { outbox } from './outbox.ts'
import { presence } from './presence.ts'
import { records } from './records.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { table } from './table.ts'
import { tasks } from './tasks.ts'
import { views } from './views.ts'

export const messages: Messages = {
  design,
  shell,
  auth,
  settings,
  records,
  fields,
  import: importing,
  views,
  table,
  board,
  activity,
  tasks,
  calendar,
  home,
  inbox,
  presence,
  outbox,
  audit,
}
