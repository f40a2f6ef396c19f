import { administrator, shippedRoles } from '#shared/access/shipped-roles.ts'

/** All that an administrator may. */
export const everything = shippedRoles.find(({ key }) => key === administrator)!.permissions

/** Of each object one's own records; anybody makes new ones and brings them in. */
export const ownRecords = {
  ...everything.usual,
  read: 'own',
  update: 'own',
  delete: 'own',
  transfer: 'own',
  export: 'own',
} as const
