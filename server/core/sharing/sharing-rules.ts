import { accessTopic } from '#server/core/access/index.ts'
import { recordAudit } from '#server/core/audit/index.ts'
import type { Context } from '#server/core/context.ts'
import { scopeOf } from '#shared/access/scope-of.ts'
import { AppError } from '#shared/errors.ts'
import type { CatalogueObject } from '#shared/metadata/catalogue.ts'
import type { NewSharingRule, SharingRuleChange, SharingRuleEntry } from '#shared/operations/sharing.ts'
import { uuidv7 } from '#shared/uuid.ts'
import { checkGrantee, granteeText } from './grantee.ts'
import { keptCondition } from './kept-condition.ts'
import { presentRule, type RuleRow, ruleColumns } from './rule-row.ts'

export async function listRules(cx: Context): Promise<SharingRuleEntry[]> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query<RuleRow>({
    text: `select ${ruleColumns} from ${schema}._sharing_rule order by object_key, id`,
  })
  return rows.flatMap((row) => presentRule(cx, row))
}

/** @throws AppError of the expression language; `unknown_object`, `grantee_missing`, `beyond_own_access` */
export async function createRule(cx: Context, input: NewSharingRule): Promise<SharingRuleEntry> {
  const { pool, schema } = cx.workspace
  const object = cx.workspace.catalogue().object(input.object)
  permitSharing(cx, object, input.level)
  await checkGrantee(cx, input.grantee)
  const { rows } = await pool.query<RuleRow>({
    text: `insert into ${schema}._sharing_rule (id, object_key, name, condition, grantee, level)
      values ($1, $2, $3, $4, $5, $6) returning ${ruleColumns}`,
    values: [
      uuidv7(),
      object.key,
      input.name,
      JSON.stringify(keptCondition(cx, object, input.condition)),
      granteeText(input.grantee),
      input.level,
    ],
  })
  return told(cx, rows[0]!)
}

/** @throws AppError `sharing_rule_missing`, `version_conflict` and what making one throws */
export async function updateRule(
  cx: Context,
  id: string,
  change: SharingRuleChange,
  expected: number | undefined,
): Promise<SharingRuleEntry> {
  const { pool, schema } = cx.workspace
  const found = await pool.query<RuleRow>({
    text: `select ${ruleColumns} from ${schema}._sharing_rule where id = $1`,
    values: [id],
  })
  const before = found.rows[0]
  const object = before && cx.workspace.catalogue().byKey(before.object_key)
  if (before === undefined || object === undefined) throw new AppError('sharing_rule_missing')
  permitSharing(cx, object, change.level ?? before.level)
  if (change.grantee !== undefined) await checkGrantee(cx, change.grantee)
  const condition =
    change.condition === undefined ? before.condition : keptCondition(cx, object, change.condition)
  const { rows } = await pool.query<RuleRow>({
    text: `update ${schema}._sharing_rule set name = $3, condition = $4, grantee = $5, level = $6, version = version + 1, updated_at = now()
      where id = $1 and version = $2 returning ${ruleColumns}`,
    values: [
      id,
      expected ?? before.version,
      change.name ?? before.name,
      JSON.stringify(condition),
      change.grantee === undefined ? before.grantee : granteeText(change.grantee),
      change.level ?? before.level,
    ],
  })
  if (rows[0] === undefined)
    throw new AppError('version_conflict', { actual: before.version, expected: expected ?? before.version })
  return told(cx, rows[0])
}

/** @throws AppError `sharing_rule_missing` */
export async function deleteRule(cx: Context, id: string): Promise<void> {
  const { pool, schema } = cx.workspace
  const { rows } = await pool.query({
    text: `delete from ${schema}._sharing_rule where id = $1 returning id`,
    values: [id],
  })
  if (rows.length === 0) throw new AppError('sharing_rule_missing')
  await recordAudit(cx, { kind: 'recordShared', details: { rule: id, action: 'delete' } })
  cx.announce(accessTopic(cx.workspace.id))
}

/** The rule as the API gives it, once those who follow know of it. */
async function told(cx: Context, row: RuleRow): Promise<SharingRuleEntry> {
  const [rule] = presentRule(cx, row)
  await recordAudit(cx, { kind: 'recordShared', object: rule!.object, details: { rule: { ...rule! } } })
  cx.announce(accessTopic(cx.workspace.id))
  return rule!
}

/** A rule reaches every record of the object: whoever makes it has to reach them, too. @throws AppError `beyond_own_access` */
function permitSharing(cx: Context, { key, name }: CatalogueObject, level: 'read' | 'edit'): void {
  const verb = level === 'edit' ? 'update' : 'read'
  if (scopeOf(cx.access.permissions, key, verb) !== 'all')
    throw new AppError('beyond_own_access', { what: `${name}.${verb}` })
}
