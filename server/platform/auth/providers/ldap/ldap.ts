import type { Client, Entry } from 'ldapts'
import type { Outbound } from '#server/platform/outbound/index.ts'
import type { ProviderKind } from '../provider-kind.ts'
import { ProviderRefusal } from '../refusal.ts'
import { firstOf, subjectOf } from './entry.ts'
import { filterFor } from './escape-filter.ts'
import { type LdapConfig, ldapConfig, namesOf } from './ldap-config.ts'
import { connected } from './ldap-connection.ts'
import { ldapDirectory } from './ldap-directory.ts'

const longestLogin = 300

/** Name and password are the directory's own: it is asked who that is, and then by the person's own password. */
export function createLdap(outbound: Outbound): ProviderKind<LdapConfig> {
  return {
    kind: 'ldap',
    config: ldapConfig,
    authority: ({ url, baseDn }) => `${url} ${baseDn}`,
    async password(config, identifier, password) {
      const login = identifier.trim()
      // A server takes a bind without a password for one of nobody, and says that it went well.
      if (password === '' || login === '' || login.length > longestLogin) return undefined
      const names = namesOf(config)
      const entry = await refusing(() =>
        connected(outbound, config, async (client) => {
          await client.bind(config.bindDn, config.bindPassword)
          return onlyOne(client, config, filterFor(names.login, login))
        }),
      )
      if (entry === undefined) return undefined
      const right = await connected(outbound, config, (client) => isPasswordOf(client, entry.dn, password))
      if (!right) return undefined
      const subject = subjectOf(entry, names.subject)
      if (subject === null) throw new ProviderRefusal(`ldap_without_${names.subject}`)
      const email = firstOf(entry, names.email)
      return {
        subject,
        name: firstOf(entry, names.name) ?? login,
        email,
        // Who keeps the directory gave it.
        emailVerified: email !== null,
        mobile: firstOf(entry, names.mobile),
      }
    },
    directory: (config) =>
      refusing(() =>
        connected(outbound, config, async (client) => {
          await client.bind(config.bindDn, config.bindPassword)
          return ldapDirectory(client, config)
        }),
      ),
  }
}

/** @throws ProviderRefusal where two are meant: nobody guesses which */
async function onlyOne(client: Client, config: LdapConfig, filter: string): Promise<Entry | undefined> {
  const { subject, name, email, mobile } = namesOf(config)
  const { searchEntries } = await client.search(config.baseDn, {
    scope: 'sub',
    filter,
    derefAliases: 'never',
    attributes: [subject, name, email, mobile],
    explicitBufferAttributes: ['objectGUID'],
  })
  if (searchEntries.length > 1) throw new ProviderRefusal('ldap_several_match')
  return searchEntries[0]
}

async function isPasswordOf(client: Client, dn: string, password: string): Promise<boolean> {
  const { InvalidCredentialsError } = await import('ldapts')
  try {
    await client.bind(dn, password)
    return true
  } catch (error) {
    if (error instanceof InvalidCredentialsError) return false
    throw error
  }
}

/** What a server refuses, in its own words. */
async function refusing<T>(work: () => Promise<T>): Promise<T> {
  const { ResultCodeError } = await import('ldapts')
  try {
    return await work()
  } catch (error) {
    if (error instanceof ResultCodeError) throw new ProviderRefusal(`ldap_code_${error.code}`, error)
    throw error
  }
}
