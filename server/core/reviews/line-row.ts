import type { Language } from '#shared/language.ts'
import { changeSql } from './changes-since.ts'
import { utc } from './review-row.ts'

/** Columns of a `ReviewLine`, `l` being its row and `v` its review's: what has changed is written down once it is signed. */
export const lineColumns = (
  schema: string,
  language: Language,
): string => `l.id, l.number, l.user_id "userId", l.name,
  l.role_id "roleId", l.role_label ->> '${language}' "role", l.snapshot, l.decision, ${utc('l.decided_at')} "decidedAt",
  l.decided_name "decidedBy", l.comment, case when v.signed_at is null then ${changeSql(schema)} else l.change end as change`

export const linesFrom = (schema: string): string =>
  `from ${schema}._access_review_line l join ${schema}._access_review v on v.id = l.review`
