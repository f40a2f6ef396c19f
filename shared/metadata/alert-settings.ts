import type { WorkspaceSettings } from './settings.ts'

/** What administrators are told of at once. A number is what it takes; 0: never. */
export interface AlertSettings {
  /** A sign-in outside the working calendar, in the person's time zone. */
  readonly outsideHours: boolean
  /** A sign-in from an address and a kind of program from which the person never came before. */
  readonly newDevice: boolean
  /** Failed sign-ins to one account, or accounts that were tried from one address, within ten minutes. */
  readonly failures: number
  /** Records in one exported file. */
  readonly exported: number
  /** Records that one actor reads, changes or deletes within a minute. */
  readonly read: number
  readonly changed: number
  readonly deleted: number
}

export const defaultAlerts: AlertSettings = {
  outsideHours: true,
  newDevice: true,
  failures: 5,
  exported: 1_000,
  read: 20_000,
  changed: 1_000,
  deleted: 100,
}

export const alertMinutes = 10

type Mass = 'read' | 'changed' | 'deleted'

export const alertSettings = {
  /** As chosen, else the usual ones. */
  of: ({ alerts }: Pick<WorkspaceSettings, 'alerts'>): AlertSettings => ({ ...defaultAlerts, ...alerts }),
  /** How many records within a minute are written to the audit log: also where nobody wants to be told of them. */
  reported: (settings: Pick<WorkspaceSettings, 'alerts'>, mass: Mass): number =>
    alertSettings.of(settings)[mass] || defaultAlerts[mass],
}
