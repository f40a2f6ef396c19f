import { usePhone } from '#web/design/use-phone.ts'
import type { Editing } from './editing.ts'
import { MatrixLegend } from './matrix-legend.tsx'
import { ObjectSheets } from './object-sheets.tsx'
import { RightsList } from './rights-list.tsx'
import { RoleMatrix } from './role-matrix.tsx'

/** All that a role permits: the matrix, or on a phone its objects one by one; then the rights. */
export function RolePermissions({ editing }: { editing: Editing }) {
  const phone = usePhone()
  return (
    <>
      {phone ? <ObjectSheets editing={editing} /> : <RoleMatrix editing={editing} />}
      <MatrixLegend />
      <RightsList editing={editing} />
    </>
  )
}
