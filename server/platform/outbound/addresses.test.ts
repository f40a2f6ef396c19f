import { expect, test } from 'vitest'
import { isNever, isPublic } from './addresses.ts'

test.each([
  '8.8.8.8',
  '114.114.114.114',
  '172.15.255.255',
  '172.32.0.1',
  '100.63.255.255',
  '192.167.1.1',
  '2606:4700:4700::1111',
  '2400:3200::1',
  '::ffff:8.8.8.8',
  '64:ff9b::808:808',
])('%s is public', (address) => {
  expect([isPublic(address), isNever(address)]).toEqual([true, false])
})

test.each([
  ['loopback', '127.0.0.1'],
  ['loopback', '127.255.255.254'],
  ['loopback', '::1'],
  ['private', '10.0.0.1'],
  ['private', '172.16.0.1'],
  ['private', '172.31.255.255'],
  ['private', '192.168.1.1'],
  ['carrier-grade NAT', '100.64.0.1'],
  ['link-local', '169.254.1.1'],
  ['link-local', 'fe80::1'],
  ['unique local', 'fd12:3456::1'],
  ['site-local', 'fec0::1'],
  ['benchmarking', '198.18.0.1'],
  ['IPv4-mapped', '::ffff:127.0.0.1'],
  ['IPv4-mapped', '::ffff:10.0.0.1'],
  ['IPv4-mapped in hex', '::ffff:7f00:1'],
  ['IPv4-compatible', '::127.0.0.1'],
  ['IPv4-compatible', '::10.0.0.1'],
  ['IPv4-translated', '::ffff:0:127.0.0.1'],
  ['NAT64', '64:ff9b::127.0.0.1'],
  ['NAT64', '64:ff9b::a00:1'],
  ['NAT64 of one’s own', '64:ff9b:1::808:808'],
  ['6to4', '2002:7f00:1::'],
  ['6to4', '2002:808:808::1'],
  ['Teredo', '2001::1'],
  ['outside 2000::/3', '4000::1'],
])('%s %s is not public', (_, address) => {
  expect(isPublic(address)).toBe(false)
})

test.each([
  ['metadata', '169.254.169.254'],
  ['metadata', '::ffff:169.254.169.254'],
  ['metadata', '64:ff9b::a9fe:a9fe'],
  ['metadata', 'fd00:ec2::254'],
  ['metadata', 'fd00:0ec2:0:0:0:0:0:254'],
  ['metadata', '100.100.100.200'],
  ['metadata', '168.63.129.16'],
  ['unspecified', '0.0.0.0'],
  ['unspecified', '::'],
  ['unspecified', '::ffff:0.0.0.0'],
  ['this network', '0.1.2.3'],
  ['broadcast', '255.255.255.255'],
  ['multicast', '224.0.0.1'],
  ['multicast', '239.255.255.250'],
  ['multicast', 'ff02::1'],
  ['reserved', '240.0.0.1'],
  ['documentation', '192.0.2.1'],
  ['no address', 'localhost'],
  ['no address', ''],
])('%s %s is never called', (_, address) => {
  expect([isPublic(address), isNever(address)]).toEqual([false, true])
})
