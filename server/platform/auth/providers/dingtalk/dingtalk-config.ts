import { type Static, Type } from 'typebox'
import { Secret } from '../secret-config.ts'
import { baseAddress } from '../workplace/base-address.ts'

/** 钉钉: an app of the organisation (企业内部应用). */
export const dingtalkConfig = Type.Object(
  {
    /** Client ID, once AppKey. */
    clientId: Type.String({ minLength: 1, maxLength: 100 }),
    clientSecret: Secret(),
    /** https://api.dingtalk.com. */
    base: Type.Optional(baseAddress()),
    /** Of the older API: https://oapi.dingtalk.com. */
    oapiBase: Type.Optional(baseAddress()),
    /** https://login.dingtalk.com. */
    loginBase: Type.Optional(baseAddress()),
  },
  { additionalProperties: false },
)
export type DingtalkConfig = Static<typeof dingtalkConfig>
