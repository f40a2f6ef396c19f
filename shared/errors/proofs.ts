import { type ErrorEntry, entry } from './entry.ts'

/** How people prove who they are, beside the password. */
export const proofs = {
  password_weak: entry(
    400,
    '密码容易被猜到；改用几个互不相干的词，或一句较长的话，避开常见密码、姓名、手机号和日期',
    '密碼容易被猜到；改用幾個互不相干的詞，或一句較長的話，避開常見密碼、姓名、手機號碼和日期',
    'This password is easily guessed: take several unrelated words or a longer sentence, without common passwords, names, numbers or dates',
  ),
  invalid_code: entry(
    401,
    '验证码不正确或已失效；等下一个验证码，或重新登录',
    '驗證碼不正確或已失效；等下一個驗證碼，或重新登入',
    'The code is wrong or no longer valid: wait for the next one, or sign in anew',
  ),
  passkey_refused: entry(
    401,
    '通行密钥未通过验证；再试一次，或改用密码',
    '通行金鑰未通過驗證；再試一次，或改用密碼',
    'The passkey was not accepted: try once more, or use the password',
  ),
  passkey_unavailable: entry(
    409,
    '通行密钥需要域名和 HTTPS，可在 {address} 使用',
    '通行金鑰需要網域名稱和 HTTPS，可在 {address} 使用',
    'Passkeys need a host name and HTTPS: use them at {address}',
  ),
  passkey_known: entry(409, '这把通行密钥已添加', '這把通行金鑰已加入', 'This passkey is added already'),
  too_many_passkeys: entry(
    409,
    '最多{most}把通行密钥；先移除不用的',
    '最多{most}把通行金鑰；先移除不用的',
    'There are {most} passkeys at most: remove one that is not used',
  ),
  totp_enabled: entry(
    409,
    '已启用身份验证器；更换前先停用',
    '已啟用驗證器；更換前先停用',
    'An authenticator app is set up already: turn it off before setting up another',
  ),
  totp_missing: entry(
    409,
    '未启用身份验证器；先完成设置',
    '未啟用驗證器；先完成設定',
    'No authenticator app is set up: set one up first',
  ),
  proof_required: entry(403, '需要重新验证身份', '需要重新驗證身分', 'Confirm that it is you first'),
  second_factor_required: entry(
    403,
    '此工作区要求两步验证；先设置身份验证器或通行密钥',
    '此工作區要求兩步驟驗證；先設定驗證器或通行金鑰',
    'This workspace demands a second step: set up an authenticator app or a passkey first',
  ),
  password_not_allowed: entry(
    403,
    '此工作区不允许用密码登录；改用单点登录或通行密钥',
    '此工作區不允許用密碼登入；改用單一登入或通行金鑰',
    'This workspace does not open by password: use single sign-on or a passkey',
  ),
  policy_locks_out: entry(
    409,
    '此后没有管理员能再登录；先让至少一名管理员添加通行密钥、通过另一单点登录进入一次，或在登录策略中允许密码',
    '此後沒有管理員能再登入；先讓至少一名管理員加入通行金鑰、透過另一單一登入進入一次，或在登入原則中允許密碼',
    'No administrator could come in after this: first one of them adds a passkey or comes in by another single sign-on, or the sign-in policy allows passwords',
  ),
  own_factors: entry(
    409,
    '自己的登录方式在“账号安全”中修改',
    '自己的登入方式在「帳號安全」中變更',
    'Change your own ways to sign in under “Sign-in and security”',
  ),
} satisfies Record<string, ErrorEntry>
