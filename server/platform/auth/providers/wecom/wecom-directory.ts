import type { Directory, DirectoryPerson } from '../directory.ts'
import { listIn, mainFirst, numberIn, requireText, textIn, textsIn } from '../workplace/members.ts'
import type { Json } from '../workplace/workplace-client.ts'

type Get = (path: string, parameters?: Readonly<Record<string, string>>) => Promise<Json>

/** Disabled, and left. */
const gone: ReadonlySet<number> = new Set([2, 5])

/** All departments that the app may see, with their members. */
export async function wecomDirectory(get: Get): Promise<Directory> {
  const listed = listIn(await get('/cgi-bin/department/list'), 'department')
  const departments = listed.map((department) => ({
    id: requireText(department, 'id', 'wecom'),
    name: textIn(department, 'name') ?? requireText(department, 'id', 'wecom'),
    parentId: textIn(department, 'parentid'),
  }))
  const people = new Map<string, DirectoryPerson>()
  for (const { id } of departments) {
    const members = listIn(await get('/cgi-bin/user/list', { department_id: id }), 'userlist')
    for (const member of members) people.set(requireText(member, 'userid', 'wecom'), personOf(member))
  }
  const known = new Set(departments.map(({ id }) => id))
  return {
    people: [...people.values()],
    // 0 is above the topmost one, and nothing itself.
    departments: departments.map((one) => ({
      ...one,
      parentId: one.parentId !== null && known.has(one.parentId) ? one.parentId : null,
    })),
  }
}

function personOf(member: Json): DirectoryPerson {
  const subject = requireText(member, 'userid', 'wecom')
  return {
    subject,
    name: textIn(member, 'name') ?? subject,
    email: textIn(member, 'biz_mail') ?? textIn(member, 'email'),
    mobile: textIn(member, 'mobile'),
    jobTitle: textIn(member, 'position'),
    departments: mainFirst(textsIn(member, 'department'), textIn(member, 'main_department')),
    managerSubject: textsIn(member, 'direct_leader')[0] ?? null,
    active: !gone.has(numberIn(member, 'status')),
  }
}
