import ipaddr from 'ipaddr.js'

type Address = ipaddr.IPv4 | ipaddr.IPv6
type Network = [Address, number]

/** Where clouds tell a machine its own secrets: no list of the operator's allows these. */
const metadata = ['169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', 'fd00:ec2::254']
  // Spelt in one way, to be compared.
  .map((text) => ipaddr.parse(text).toString())

/** Ranges that lead to nobody, or to everybody. */
const nowhere = new Set(['unspecified', 'broadcast', 'multicast', 'reserved'])

const globalUnicast: Network = ipaddr.parseCIDR('2000::/3')

/** IPv6 addresses that carry an IPv4 one in their last four bytes, and lead to it. */
const carriers: readonly Network[] = ['::/96', '::ffff:0:0/96', '::ffff:0:0:0/96', '64:ff9b::/96'].map(
  (text) => ipaddr.parseCIDR(text),
)

/** Whether everybody on the internet may be meant by it: nothing of this machine, this network or a cloud's inner life. */
export function isPublic(address: string): boolean {
  const end = destination(address)
  if (end === undefined || end.range() !== 'unicast' || isNever(address)) return false
  return end.kind() === 'ipv4' || contains(globalUnicast, end)
}

/** Whether nothing may ever be called there. */
export function isNever(address: string): boolean {
  const end = destination(address)
  return end === undefined || nowhere.has(end.range()) || metadata.includes(end.toString())
}

/** @param network as \`parseNetwork\` gives it */
export const isWithin = (network: Network, address: string): boolean => {
  const end = destination(address)
  return end !== undefined && contains(network, end)
}

/** An address or a network (CIDR) of a configuration. */
export function parseNetwork(text: string): Network | undefined {
  if (ipaddr.isValidCIDR(text)) return ipaddr.parseCIDR(text)
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.process(text)
  return [address, address.kind() === 'ipv4' ? 32 : 128]
}

const contains = ([network, bits]: Network, address: Address): boolean =>
  network.kind() === address.kind() && address.match(network, bits)

/** Whom a packet to this address reaches: of one that carries another, that. */
function destination(text: string): Address | undefined {
  if (!ipaddr.isValid(text)) return undefined
  const address = ipaddr.parse(text)
  const bytes = address.toByteArray()
  // ::1 and :: stand in the first of these ranges, and mean themselves.
  const own = bytes.slice(0, 15).every((byte) => byte === 0)
  if (address.kind() === 'ipv4' || own || !carriers.some((carrier) => contains(carrier, address)))
    return address
  return new ipaddr.IPv4(bytes.slice(12))
}
