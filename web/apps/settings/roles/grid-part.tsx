import type { ComponentProps } from 'react'

interface GridPartProps extends ComponentProps<'div'> {
  readonly role: 'grid' | 'rowgroup' | 'row' | 'rowheader' | 'columnheader' | 'gridcell'
}

/** A part of a grid that is no table: its rows fold, and their columns differ. */
export const GridPart = ({ role, ...rest }: GridPartProps) => <div role={role} {...rest} />
