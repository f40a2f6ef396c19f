import { permitRight } from '#server/core/access/index.ts'
import type { Context } from '#server/core/context.ts'

/** @throws AppError `not_permitted`: changing the structure of a workspace is a right of its own */
export const requireAdmin = (cx: Context): void => permitRight(cx, 'metadata')
