import { useDeferredValue } from 'react'

/** False while what bears it is first drawn, true soon after: for what nobody reaches before the page is seen. */
export const useSettled = (): boolean => useDeferredValue(true, false)
