import { type Static, Type } from 'typebox'
import { Secret } from '../secret-config.ts'
import { baseAddress } from '../workplace/base-address.ts'

/** 企业微信: a self-built app (自建应用). */
export const wecomConfig = Type.Object(
  {
    /** 企业ID. */
    corpId: Type.String({ minLength: 1, maxLength: 100 }),
    agentId: Type.String({ minLength: 1, maxLength: 50, pattern: '^\\d+$' }),
    secret: Secret(),
    /** Of the API: https://qyapi.weixin.qq.com, or one's own deployment. */
    base: Type.Optional(baseAddress()),
    /** Where people scan: https://login.work.weixin.qq.com. With one's own the app is sent there as well. */
    loginBase: Type.Optional(baseAddress()),
  },
  { additionalProperties: false },
)
export type WecomConfig = Static<typeof wecomConfig>
