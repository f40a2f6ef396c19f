import { activity } from './activity.ts'
import { auth } from './auth.ts'
import { board } from './board.ts'
import { calendar } from './calendar.ts'
import { design } from './design.ts'
import { fields } from './fields.ts'
import { home } from './home.ts'
import { inbox } from './inbox.ts'
import { outbox } from './outbox.ts'
import { presence } from './presence.ts'
import { records } from './records.ts'
import { sharing } from './sharing.ts'
import { shell } from './shell.ts'
import { table } from './table.ts'
import { tasks } from './tasks.ts'
import { views } from './views.ts'

export const messages = {
  design,
  shell,
  auth,
  records,
  fields,
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
  sharing,
}
