const storageKey = 'kith.browserNotifications'

const phone = /Android|iPhone|iPad/

/** Whether this browser can show notifications of its own. Those of phones ask for a push service. */
export const browserCanNotify = (): boolean => 'Notification' in window && !phone.test(navigator.userAgent)

/** Whether this browser shows notifications of its own: switched on here, and allowed to. */
export const browserNotifies = (): boolean =>
  browserCanNotify() && Notification.permission === 'granted' && localStorage.getItem(storageKey) === 'on'

/** Switches them on or off in this browser. @returns whether they are on now: the browser may refuse */
export async function setBrowserNotifies(on: boolean): Promise<boolean> {
  if (!browserCanNotify()) return false
  const allowed = on && (await Notification.requestPermission()) === 'granted'
  localStorage.setItem(storageKey, allowed ? 'on' : 'off')
  return allowed
}
