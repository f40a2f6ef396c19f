import { usePhone } from '#web/design/use-phone.ts'
import type { PickerProps } from './picker.tsx'
import { PickerDropdown } from './picker-dropdown.tsx'
import { PickerSheet } from './picker-sheet.tsx'

/** A field that is filled by choosing: from a list beneath it, on a phone from a sheet. */
export function PickerBox(props: PickerProps) {
  return usePhone() ? <PickerSheet {...props} /> : <PickerDropdown {...props} />
}
