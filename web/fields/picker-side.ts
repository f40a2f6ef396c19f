import { createContext } from 'react'

/** Where the choices of a picker open while there is room: above it, where what comes after it must be seen. */
export const PickerSide = createContext<'top-start' | 'bottom-start'>('bottom-start')
