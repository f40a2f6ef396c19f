import { type Static, Type } from 'typebox'
import { Secret } from '../secret-config.ts'
import { baseAddress } from '../workplace/base-address.ts'

/** 飞书, Lark: a custom app (自建应用). */
export const feishuConfig = Type.Object(
  {
    appId: Type.String({ minLength: 1, maxLength: 100 }),
    appSecret: Secret(),
    /** https://open.feishu.cn; of Lark https://open.larksuite.com. */
    base: Type.Optional(baseAddress()),
    /** https://accounts.feishu.cn; of Lark https://accounts.larksuite.com. */
    loginBase: Type.Optional(baseAddress()),
  },
  { additionalProperties: false },
)
export type FeishuConfig = Static<typeof feishuConfig>
