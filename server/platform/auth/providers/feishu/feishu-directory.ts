import type { Directory, DirectoryPerson } from '../directory.ts'
import { allPages, listIn, mainFirst, objectIn, requireText, textIn, textsIn } from '../workplace/members.ts'
import type { Json } from '../workplace/workplace-client.ts'

type Get = (path: string, parameters: Readonly<Record<string, string>>) => Promise<Json>

/** The organisation itself, which is no department. */
const top = '0'
const asked = { department_id_type: 'open_department_id', user_id_type: 'union_id', page_size: '50' }

/** All departments that the app may see, with their members. */
export async function feishuDirectory(get: Get): Promise<Directory> {
  const pagesOf = (path: string, parameters: Readonly<Record<string, string>>): Promise<Json[]> =>
    allPages('feishu', async (at) => {
      const data = await get(path, { ...asked, ...parameters, ...(at !== undefined && { page_token: at }) })
      const next = data.has_more === true ? (textIn(data, 'page_token') ?? undefined) : undefined
      return { items: listIn(data, 'items'), next }
    })
  const listed = await pagesOf(`/open-apis/contact/v3/departments/${top}/children`, { fetch_child: 'true' })
  const departments = listed
    .filter((department) => objectIn(department, 'status').is_deleted !== true)
    .map((department) => {
      const id = requireText(department, 'open_department_id', 'feishu')
      const above = textIn(department, 'parent_department_id')
      return { id, name: textIn(department, 'name') ?? id, parentId: above === top ? null : above }
    })
  const people = new Map<string, DirectoryPerson>()
  for (const id of [top, ...departments.map((department) => department.id)]) {
    const members = await pagesOf('/open-apis/contact/v3/users/find_by_department', { department_id: id })
    for (const member of members) people.set(requireText(member, 'union_id', 'feishu'), personOf(member))
  }
  return { people: [...people.values()], departments }
}

function personOf(member: Json): DirectoryPerson {
  const subject = requireText(member, 'union_id', 'feishu')
  const { is_frozen, is_resigned, is_exited } = objectIn(member, 'status')
  const main = listIn(member, 'orders').find((order) => order.is_primary_dept === true)
  return {
    subject,
    name: textIn(member, 'name') ?? subject,
    email: textIn(member, 'enterprise_email') ?? textIn(member, 'email'),
    mobile: textIn(member, 'mobile'),
    jobTitle: textIn(member, 'job_title'),
    departments: mainFirst(
      textsIn(member, 'department_ids').filter((id) => id !== top),
      main === undefined ? null : textIn(main, 'department_id'),
    ),
    managerSubject: textIn(member, 'leader_user_id'),
    active: is_frozen !== true && is_resigned !== true && is_exited !== true,
  }
}
