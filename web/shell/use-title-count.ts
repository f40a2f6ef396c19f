import { useEffect } from 'react'

const counted = /^\(\d+\+?\) /

/** Puts the number of unread notifications before the title of the browser's tab, whichever page sets it: `(3) 客户 · 知客`. */
export function useTitleCount(unread: number): void {
  useEffect(() => {
    const prefix = unread === 0 ? '' : `(${unread > 99 ? '99+' : unread}) `
    const mark = () => {
      const bare = document.title.replace(counted, '')
      if (document.title !== prefix + bare) document.title = prefix + bare
    }
    mark()
    const observer = new MutationObserver(mark)
    observer.observe(document.head, { childList: true, subtree: true, characterData: true })
    return () => observer.disconnect()
  }, [unread])
}
