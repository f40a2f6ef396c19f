import type { ReactNode } from 'react'
import classes from './phone-toolbar.module.css'
import { SearchBox } from './search-box.tsx'

interface PhoneToolbarProps {
  readonly search: string
  readonly onSearch: (search: string) => void
  readonly searching: boolean
  readonly onSearching: (searching: boolean) => void
  readonly children: ReactNode
}

/** What narrows records, within reach of a thumb; the search takes its place while it is open. */
export function PhoneToolbar({ search, onSearch, searching, onSearching, children }: PhoneToolbarProps) {
  return (
    <div className={classes.bar}>
      {searching || search !== '' ? (
        <SearchBox text={search} onText={onSearch} opened={searching} onOpened={onSearching} />
      ) : (
        children
      )}
    </div>
  )
}
