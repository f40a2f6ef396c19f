import type { Translation } from '../catalogue.ts'
import type { design as source } from '../zh-CN/design.ts'

export const design: Translation<typeof source> = {
  close: 'Close',
  cancel: 'Cancel',
  undo: 'Undo',
  clear: 'Clear',
  search: 'Search',
  nothingFound: 'Nothing matches',
  retry: 'Retry',
  loading: 'Loading',
  more: 'More',
  chooseFile: 'Choose file',
  dropFile: 'Drop a file here',
  fileTooLarge: 'The file exceeds {limit}',
  resize: 'Resize',
  required: 'Required',
  remove: 'Remove {name}',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  failed: 'Something went wrong',
  copy: 'Copy',
  copied: 'Copied',
}
