import { type ErrorEntry, entry } from './entry.ts'

/** Calls to other servers, at addresses that somebody typed. */
export const outbound = {
  outbound_url_refused: entry(
    400,
    '不能调用“{url}”：地址应以 https:// 开头，使用 443 端口，不含用户名和密码；其他形式由管理员通过 KITH_OUTBOUND_ALLOW 允许',
    '無法呼叫「{url}」：位址應以 https:// 開頭，使用 443 連接埠，不含使用者名稱和密碼；其他形式由管理員透過 KITH_OUTBOUND_ALLOW 允許',
    '“{url}” cannot be called: an address begins with https://, uses port 443 and holds no user or password; an administrator allows others by KITH_OUTBOUND_ALLOW',
  ),
  outbound_address_forbidden: entry(
    400,
    '“{host}”不在公共互联网上；管理员可通过 KITH_OUTBOUND_ALLOW 允许',
    '「{host}」不在公共網際網路上；管理員可透過 KITH_OUTBOUND_ALLOW 允許',
    '“{host}” is not on the public internet; an administrator allows it by KITH_OUTBOUND_ALLOW',
  ),
  outbound_unreachable: entry(
    502,
    '无法连接“{host}”，或对方的应答无法识别',
    '無法連線到「{host}」，或對方的回應無法辨識',
    '“{host}” cannot be reached, or does not answer properly',
  ),
  outbound_too_slow: entry(
    504,
    '“{host}”没有及时应答',
    '「{host}」沒有及時回應',
    '“{host}” did not answer in time',
  ),
  outbound_answer_too_large: entry(
    502,
    '“{host}”的应答超过{limit}',
    '「{host}」的回應超過{limit}',
    'The answer of “{host}” exceeds {limit}',
  ),
  outbound_redirect_refused: entry(
    502,
    '“{host}”要求转到另一个地址，该转向不能跟随',
    '「{host}」要求轉到另一個位址，該轉向無法跟隨',
    '“{host}” redirects to where it is not followed',
  ),
} satisfies Record<string, ErrorEntry>
