import type { Context } from '#server/core/context.ts'
import { createRecords, updateRecords } from '#server/core/records/index.ts'
import { uuidv7 } from '#shared/uuid.ts'
import type { DirectoryMembers } from '../members.ts'
import { endMembership, letIn, takeBack } from '../membership.ts'
import { invalidValue, missing, ScimRefusal } from './refusal.ts'
import { teamByName } from './team-by-name.ts'
import type { UserInput } from './user-input.ts'
import { findUser, listUsers, type UserRow } from './user-rows.ts'

/** @throws ScimRefusal uniqueness where the name or the address is a member's already */
export async function createUser(cx: Context, members: DirectoryMembers, input: UserInput): Promise<UserRow> {
  await requireFree(cx, input, undefined)
  const id = uuidv7()
  const { language, timeZone } = cx.workspace.settings()
  const values = {
    ...(await valuesOf(cx, input)),
    language: input.language ?? language,
    timeZone: input.timeZone ?? timeZone,
    isActive: input.active,
  }
  await createRecords(cx, 'user', [{ id, ...values }], { idsOnly: true, single: true })
  await keepDetails(cx, id, input)
  if (input.active) await letIn(cx, members, 'scim', { userId: id, person: input })
  return present(cx, id)
}

/** Makes a member what a resource says, and nothing else of them. */
export async function changeUser(
  cx: Context,
  members: DirectoryMembers,
  row: UserRow,
  input: UserInput,
): Promise<UserRow> {
  const { id } = row
  await requireFree(cx, input, id)
  if (!input.active && row.active) await endMembership(cx, members, 'scim', id)
  const changes = Object.entries(await valuesOf(cx, input, row)).filter(
    ([name, value]) => value !== formerOf(row)[name],
  )
  if (changes.length > 0)
    await updateRecords(cx, 'user', [{ id, ...Object.fromEntries(changes) }], { idsOnly: true, single: true })
  await keepDetails(cx, id, input)
  if (input.active && !row.active) await takeBack(cx, members, 'scim', id)
  if (input.active && !(await members.withAccount(cx.workspace.id, [id])).has(id))
    await letIn(cx, members, 'scim', { userId: id, person: input })
  return present(cx, id)
}

const formerOf = (row: UserRow): Readonly<Record<string, unknown>> => ({
  ...row,
  email: row.email?.toLowerCase() ?? null,
  teamId: row.team?.id ?? null,
  managerId: row.manager?.id ?? null,
})

/** Wire JSON of the record. What Kith has a value of its own for stays where SCIM tells none: language, time zone, department. */
async function valuesOf(cx: Context, input: UserInput, row?: UserRow): Promise<Record<string, unknown>> {
  const { name, email, mobile, jobTitle, language, timeZone, department, manager } = input
  if (manager !== null && (manager === row?.id || (await findUser(cx, manager)) === undefined))
    throw invalidValue(`manager: ${manager} is no other user`)
  return {
    name,
    email,
    mobile,
    jobTitle,
    managerId: manager,
    ...(language !== null && { language }),
    ...(timeZone !== null && { timeZone }),
    ...(department !== null &&
      department !== row?.team?.name && { teamId: await teamByName(cx, department) }),
  }
}

/** @throws ScimRefusal uniqueness */
async function requireFree(
  cx: Context,
  { details, email }: UserInput,
  own: string | undefined,
): Promise<void> {
  const byName = { op: 'eq', attrPath: 'userName', compValue: details.userName } as const
  const byEmail = email === null ? [] : [{ op: 'eq', attrPath: 'emails.value', compValue: email } as const]
  const { rows } = await listUsers(
    cx,
    { op: 'or', filters: [byName, ...byEmail] },
    { startIndex: 1, count: 2 },
  )
  const other = rows.find(({ id }) => id !== own)
  if (other === undefined) return
  const what = other.userName.toLowerCase() === details.userName.toLowerCase() ? details.userName : email
  throw new ScimRefusal(409, `${what} is taken by user ${other.id}`, 'uniqueness')
}

/** Keeps what the record has no place for. */
async function keepDetails(cx: Context, id: string, { details }: UserInput): Promise<void> {
  const { pool, schema } = cx.workspace
  await pool.query({
    text: `insert into ${schema}._directory_link (source, kind, subject, record_id, details)
      values ('scim', 'person', $1::uuid::text, $1, $2)
      on conflict (source, kind, record_id) do update set details = excluded.details`,
    values: [id, JSON.stringify(details)],
  })
}

async function present(cx: Context, id: string): Promise<UserRow> {
  const row = await findUser(cx, id)
  if (row === undefined) throw missing('User', id)
  return row
}
