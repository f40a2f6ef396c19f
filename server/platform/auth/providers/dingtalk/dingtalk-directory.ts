import type { Department, Directory, DirectoryPerson } from '../directory.ts'
import { ProviderRefusal } from '../refusal.ts'
import { allPages, listIn, numberIn, objectIn, requireText, textIn, textsIn } from '../workplace/members.ts'
import type { Json } from '../workplace/workplace-client.ts'
import { emailOf, mobileOf } from './member-of.ts'

type Post = (path: string, body: Json) => Promise<Json>

const top = 1
const perPage = 100

/** Details that are asked for at once: half of what one app may in a second, at the speed of an answer. */
const atOnce = 4

/** All departments that the app may see, with their members; whom each reports to only their own details tell. */
export async function dingtalkDirectory(post: Post): Promise<Directory> {
  const root = objectIn(await post('/topapi/v2/department/get', { dept_id: top }), 'result')
  const departments: Department[] = [
    { id: String(top), name: textIn(root, 'name') ?? String(top), parentId: null },
  ]
  const seen = new Set([String(top)])
  for (const { id } of departments) {
    const below = listIn(await post('/topapi/v2/department/listsub', { dept_id: Number(id) }), 'result')
    for (const department of below) {
      const subject = requireText(department, 'dept_id', 'dingtalk')
      if (seen.has(subject)) continue
      seen.add(subject)
      departments.push({ id: subject, name: textIn(department, 'name') ?? subject, parentId: id })
    }
  }
  const people = new Map<string, DirectoryPerson>()
  for (const { id } of departments) {
    const members = await allPages('dingtalk', async (at) => {
      const body = { dept_id: Number(id), cursor: Number(at ?? 0), size: perPage }
      const result = objectIn(await post('/topapi/v2/user/list', body), 'result')
      return {
        items: listIn(result, 'list'),
        next: result.has_more === true ? String(numberIn(result, 'next_cursor')) : undefined,
      }
    })
    for (const member of members) people.set(requireText(member, 'userid', 'dingtalk'), personOf(member))
  }
  return { people: await withManagers([...people.values()], post), departments }
}

async function withManagers(people: readonly DirectoryPerson[], post: Post): Promise<DirectoryPerson[]> {
  const told: DirectoryPerson[] = []
  for (let at = 0; at < people.length; at += atOnce) {
    const some = people.slice(at, at + atOnce).map(async (person) => ({
      ...person,
      managerSubject: await managerOf(person.subject, post),
    }))
    told.push(...(await Promise.all(some)))
  }
  return told
}

/** Who left after the list was made, whose details the app may not see, and whose id is none any more. */
const aboutOnePerson: ReadonlySet<string> = new Set(['dingtalk_60121', 'dingtalk_50002', 'dingtalk_33012'])

/** Null where nothing is told: the manager that is known here stays. */
async function managerOf(userid: string, post: Post): Promise<string | null> {
  try {
    return textIn(objectIn(await post('/topapi/v2/user/get', { userid }), 'result'), 'manager_userid')
  } catch (error) {
    if (error instanceof ProviderRefusal && aboutOnePerson.has(error.reason)) return null
    throw error
  }
}

function personOf(member: Json): DirectoryPerson {
  const subject = requireText(member, 'userid', 'dingtalk')
  return {
    subject,
    name: textIn(member, 'name') ?? subject,
    email: emailOf(member),
    mobile: mobileOf(member),
    jobTitle: textIn(member, 'title'),
    departments: textsIn(member, 'dept_id_list'),
    managerSubject: null,
    // Who has not opened DingTalk yet is a colleague all the same: who has left is in no list.
    active: true,
  }
}
