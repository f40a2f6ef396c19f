import { expect, test } from 'vitest'
import { securityHeaders } from './security-headers.ts'

test.each([
  ['http://crm.example.com', false],
  ['https://localhost:3000', false],
  ['https://crm.example.com', true],
])('%s sends Strict-Transport-Security: %s', (publicUrl, sent) => {
  const found = securityHeaders(publicUrl).get('strict-transport-security')
  expect(found).toBe(sent ? 'max-age=31536000; includeSubDomains' : undefined)
})
