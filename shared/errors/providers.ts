import { type ErrorEntry, entry } from './entry.ts'

/** Signing in with an identity that another server vouches for. */
export const providers = {
  sign_in_failed: entry(
    401,
    '单点登录未成功；再试一次，仍不成功就联系管理员，审计日志中有原因',
    '單一登入未成功；再試一次，仍不成功就聯絡管理員，稽核紀錄中有原因',
    'Single sign-on did not succeed: try once more, and then ask your administrator, who finds the reason in the audit log',
  ),
  session_bound: entry(
    403,
    '这次登录由单点登录打开，只在这个工作区有效；用密码或通行密钥登录后再操作',
    '這次登入由單一登入開啟，只在這個工作區有效；用密碼或通行金鑰登入後再操作',
    'This session was opened by single sign-on and stays in this workspace: sign in with a password or a passkey for this',
  ),
  provider_elsewhere: entry(
    409,
    '单点登录只能在 {address} 使用',
    '單一登入只能在 {address} 使用',
    'Single sign-on works at {address} alone: open that address',
  ),
  provider_kind_unknown: entry(
    400,
    '不支持“{kind}”登录方式',
    '不支援「{kind}」登入方式',
    '“{kind}” is not a kind of single sign-on that Kith knows',
  ),
  too_many_providers: entry(
    409,
    '最多{most}种登录方式；先删除不用的',
    '最多{most}種登入方式；先刪除不用的',
    'There are {most} providers at most: delete one that is not used',
  ),
  invalid_saml_metadata: entry(
    400,
    '不是可用的 SAML 元数据；需要一个身份提供方的 entityID、HTTP-Redirect 登录地址和签名证书',
    '不是可用的 SAML 中繼資料；需要一個身分提供者的 entityID、HTTP-Redirect 登入位址和簽署憑證',
    'These are no usable SAML metadata: they need the entityID of one identity provider, its HTTP-Redirect sign-in address and its signing certificate',
  ),
  secret_goes_elsewhere: entry(
    400,
    '服务地址改变后要重新填写密钥，以免原来的密钥发给别处',
    '服務位址改變後要重新填寫金鑰，以免原來的金鑰送往別處',
    'The address changed: type the secret anew, so that the former one goes to nobody else',
  ),
  provider_locks_out: entry(
    409,
    '新设置还没有人用来登录过，若有误就没有管理员能再登录；先用新设置另外添加一个单点登录，由一名管理员通过它进入一次，再修改这个；或暂时在登录策略中允许密码',
    '新設定還沒有人用來登入過，若有誤就沒有管理員能再登入；先用新設定另外新增一個單一登入，由一名管理員透過它進入一次，再修改這個；或暫時在登入原則中允許密碼',
    'Nobody came in by these settings yet, and if they were wrong no administrator could come in any more: first add a second provider with them and let an administrator come in by it once, then change this one; or let the sign-in policy allow passwords for the time being',
  ),
  provider_secrets_sealed: entry(
    503,
    '这种登录方式的密钥打不开：KITH_SECRET 换过了；以 KITH_SECRET_PREVIOUS 给出原来的值再启动，或在单点登录设置里重新填写密钥',
    '這種登入方式的金鑰打不開：KITH_SECRET 換過了；以 KITH_SECRET_PREVIOUS 提供原來的值再啟動，或在單一登入設定裡重新填寫金鑰',
    'The secrets of this identity provider do not open, because KITH_SECRET changed: start the server with the former one as KITH_SECRET_PREVIOUS, or type them anew in the settings of single sign-on',
  ),
} satisfies Record<string, ErrorEntry>
