import type { People, PersonLine } from '#shared/operations/people.ts'
import { ResetFactorsDialog } from '../reset-factors-dialog.tsx'
import { ResetPasswordDialog } from '../reset-password-dialog.tsx'
import { DeactivateDialog, HandOverDialog } from './deactivate-dialog.tsx'
import type { Act } from './person-menu.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { RolesDialog } from './roles-dialog.tsx'

interface PersonDialogProps {
  readonly act: Act
  readonly person: PersonLine
  readonly everybody: People
  readonly onClose: () => void
}

/** The dialog of each thing that can be done with a member. */
const dialogs = {
  roles: RolesDialog,
  place: PlaceDialog,
  handOver: HandOverDialog,
  deactivate: DeactivateDialog,
} as const

export function PersonDialog({ act, person, ...props }: PersonDialogProps) {
  if (act === 'factors') return <ResetFactorsDialog member={person} onClose={props.onClose} />
  if (act === 'password') return <ResetPasswordDialog member={person} onClose={props.onClose} />
  const Shown = dialogs[act]
  return <Shown person={person} {...props} />
}
