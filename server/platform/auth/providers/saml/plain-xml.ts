import { ProviderRefusal } from '../refusal.ts'

/**
 * Refuses what XML can do and SAML has no need of: a document type, with its entities that read files or grow without end;
 * comments, which split a name in two for one reader and not for the other; instructions.
 * @throws ProviderRefusal
 */
export function requirePlainXml(xml: string): void {
  if (/<!(?!\[CDATA\[)/.test(xml)) throw new ProviderRefusal('xml_not_plain')
  if (/<\?(?!xml\s)/.test(xml.trimStart()) || xml.trimStart().lastIndexOf('<?xml') > 0)
    throw new ProviderRefusal('xml_not_plain')
}
