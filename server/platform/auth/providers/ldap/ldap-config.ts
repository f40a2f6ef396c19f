import { type Static, Type } from 'typebox'
import { Secret } from '../secret-config.ts'

const attribute = () => Type.Optional(Type.String({ pattern: '^[A-Za-z][A-Za-z0-9-]{0,63}$' }))

/** LDAP: Active Directory, OpenLDAP and their kin. Passwords go through TLS alone. */
export const ldapConfig = Type.Object(
  {
    /** `ldaps://dc1.corp.example`, or `ldap://…`, which StartTLS makes safe before anything is said. */
    url: Type.String({ maxLength: 300, pattern: '^ldaps?://[^\\s/?#@]+/?$' }),
    /** PEM of who signed the server's certificate, where that is no public authority. */
    caCertificate: Type.Optional(Type.String({ maxLength: 100_000, pattern: '-----BEGIN CERTIFICATE-----' })),
    /** The account that looks people up. */
    bindDn: Type.String({ minLength: 1, maxLength: 500 }),
    bindPassword: Secret(),
    /** Below it people are looked for, and departments. */
    baseDn: Type.String({ minLength: 1, maxLength: 500 }),
    /** Active Directory calls things otherwise than OpenLDAP and its kin. */
    activeDirectory: Type.Optional(Type.Boolean()),
    /** Who signs in, `{login}` being what was typed. */
    loginFilter: Type.Optional(Type.String({ maxLength: 1000, pattern: '^\\(.*\\{login\\}.*\\)$' })),
    /** Who is in the directory. */
    peopleFilter: Type.Optional(Type.String({ maxLength: 1000, pattern: '^\\(.*\\)$' })),
    /** Departments are groups, not organisational units. */
    groupsAreDepartments: Type.Optional(Type.Boolean()),
    nameAttribute: attribute(),
    emailAttribute: attribute(),
    mobileAttribute: attribute(),
    titleAttribute: attribute(),
    managerAttribute: attribute(),
  },
  { additionalProperties: false },
)
export type LdapConfig = Static<typeof ldapConfig>

/** What the two families call things. */
interface Flavour {
  readonly subject: string
  readonly name: string
  readonly email: string
  readonly mobile: string
  readonly title: string
  readonly manager: string
  readonly login: string
  readonly people: string
  readonly groups: string
}

const flavours: Readonly<Record<'activeDirectory' | 'openLdap', Flavour>> = {
  activeDirectory: {
    subject: 'objectGUID',
    name: 'displayName',
    email: 'mail',
    mobile: 'mobile',
    title: 'title',
    manager: 'manager',
    login:
      '(&(objectCategory=person)(objectClass=user)(|(sAMAccountName={login})(userPrincipalName={login})(mail={login})))',
    people: '(&(objectCategory=person)(objectClass=user))',
    groups: '(objectClass=group)',
  },
  openLdap: {
    subject: 'entryUUID',
    name: 'cn',
    email: 'mail',
    mobile: 'mobile',
    title: 'title',
    manager: 'manager',
    login: '(&(objectClass=inetOrgPerson)(|(uid={login})(mail={login})))',
    people: '(objectClass=inetOrgPerson)',
    groups: '(|(objectClass=groupOfNames)(objectClass=groupOfUniqueNames))',
  },
}

/** What a server calls things, as its administrator says, else as its family does. */
export function namesOf(config: LdapConfig): Flavour {
  const usual = flavours[config.activeDirectory === true ? 'activeDirectory' : 'openLdap']
  return {
    ...usual,
    name: config.nameAttribute ?? usual.name,
    email: config.emailAttribute ?? usual.email,
    mobile: config.mobileAttribute ?? usual.mobile,
    title: config.titleAttribute ?? usual.title,
    manager: config.managerAttribute ?? usual.manager,
    login: config.loginFilter ?? usual.login,
    people: config.peopleFilter ?? usual.people,
  }
}
