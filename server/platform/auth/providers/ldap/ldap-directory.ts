import type { Client, Entry } from 'ldapts'
import type { Department, Directory, DirectoryPerson } from '../directory.ts'
import { firstOf, nameAbove, sameName, subjectOf, valuesOf } from './entry.ts'
import { type LdapConfig, namesOf } from './ldap-config.ts'

const pageSize = 500
const disabled = 2

/** People below the base, with organisational units or groups as departments. */
export async function ldapDirectory(client: Client, config: LdapConfig): Promise<Directory> {
  const names = namesOf(config)
  const search = async (filter: string, attributes: readonly string[]): Promise<Entry[]> => {
    const { searchEntries } = await client.search(config.baseDn, {
      scope: 'sub',
      filter,
      derefAliases: 'never',
      attributes: [...attributes],
      explicitBufferAttributes: ['objectGUID'],
      paged: { pageSize },
    })
    return searchEntries
  }
  const { subject, name, email, mobile, title, manager } = names
  const people = await search(names.people, [
    ...[subject, name, email, mobile, title, manager],
    ...['memberOf', 'userAccountControl'],
  ])
  const units = await departmentsOf(search, config)
  const subjects = new Map(people.map((entry) => [sameName(entry.dn), subjectOf(entry, subject)]))
  return {
    departments: units.departments,
    people: people.flatMap((entry): DirectoryPerson[] => {
      const id = subjectOf(entry, subject)
      if (id === null) return []
      return [
        {
          subject: id,
          name: firstOf(entry, name) ?? id,
          email: firstOf(entry, email),
          mobile: firstOf(entry, mobile),
          jobTitle: firstOf(entry, title),
          departments: units.of(entry),
          managerSubject: subjects.get(sameName(firstOf(entry, manager) ?? '')) ?? null,
          active: (Number(firstOf(entry, 'userAccountControl') ?? 0) & disabled) === 0,
        },
      ]
    }),
  }
}

interface Units {
  readonly departments: readonly Department[]
  readonly of: (person: Entry) => string[]
}

async function departmentsOf(
  search: (filter: string, attributes: readonly string[]) => Promise<Entry[]>,
  config: LdapConfig,
): Promise<Units> {
  const byGroup = config.groupsAreDepartments === true
  const { subject, groups } = namesOf(config)
  const found = byGroup
    ? await search(groups, [subject, 'cn', 'member', 'uniqueMember', 'memberOf'])
    : await search('(objectClass=organizationalUnit)', [subject, 'ou'])
  const idOf = new Map(
    found.map((entry) => [sameName(entry.dn), subjectOf(entry, subject) ?? sameName(entry.dn)]),
  )
  const idsAt = (dns: readonly string[]): string[] => dns.flatMap((dn) => idOf.get(sameName(dn)) ?? [])
  const departments = found.map((entry) => ({
    id: idOf.get(sameName(entry.dn))!,
    name: firstOf(entry, byGroup ? 'cn' : 'ou') ?? entry.dn,
    parentId: idsAt(byGroup ? valuesOf(entry, 'memberOf') : [nameAbove(entry.dn)])[0] ?? null,
  }))
  if (!byGroup) return { departments, of: ({ dn }) => idsAt([nameAbove(dn)]) }
  const groupsOf = new Map<string, string[]>()
  for (const group of found)
    for (const member of [...valuesOf(group, 'member'), ...valuesOf(group, 'uniqueMember')]) {
      const ids = groupsOf.get(sameName(member)) ?? []
      groupsOf.set(sameName(member), [...ids, idOf.get(sameName(group.dn))!])
    }
  return {
    departments,
    // Large groups of Active Directory tell their members in parts; each person tells all of their groups.
    of: (person) => [
      ...new Set([...idsAt(valuesOf(person, 'memberOf')), ...(groupsOf.get(sameName(person.dn)) ?? [])]),
    ],
  }
}
