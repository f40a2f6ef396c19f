import type { CompanyIdentity, Person, Position } from '../culture.ts'
import { type Random, weighted } from '../random.ts'

const list = (text: string): readonly string[] => text.split(' ')

/** Country, state or region, city, postal code; the codes are those of the city centres. */
const places: readonly (readonly [string, string, string, string])[] = [
  ['US', 'California', 'San Francisco', '94105'],
  ['US', 'New York', 'New York', '10001'],
  ['US', 'Texas', 'Austin', '78701'],
  ['US', 'Illinois', 'Chicago', '60601'],
  ['US', 'Washington', 'Seattle', '98101'],
  ['US', 'Massachusetts', 'Boston', '02108'],
  ['US', 'Ohio', 'Columbus', '43215'],
  ['US', 'Georgia', 'Atlanta', '30303'],
  ['US', 'Colorado', 'Denver', '80202'],
  ['US', 'Michigan', 'Detroit', '48226'],
  ['US', 'North Carolina', 'Charlotte', '28202'],
  ['US', 'Minnesota', 'Minneapolis', '55401'],
]
/** Area codes of the places, in their order. */
const areaCodes = list('415 212 512 312 206 617 614 404 303 313 704 612')

const first = list(
  'Alder Amber Anchor Arbor Atlas Beacon Birch Bluefield Bright Cedar Clearwater Cobalt Compass Copper Crescent Crown Delta Eastgate Echo Elm Ember Falcon Fern Foxglove Granite Greenway Harbor Hawthorn Heron Highland Horizon Iron Juniper Keystone Lakeside Lantern Laurel Lighthouse Linden Maple Meridian Midland Mill Northgate Oak Onyx Orchard Osprey Pacific Pine Pioneer Prairie Quarry Redwood Ridge River Rowan Saffron Sable Silver Sparrow Spruce Sterling Stone Summit Sycamore Thistle Timber Union Valley Vector Vertex Violet Westbrook Whitestone Willow Windmill Wren',
)
const second = list(
  'bridge field ford gate hill hurst land mark path point port ridge shore side stone view ward water well wick wood works',
)

const trades = weighted<readonly [string, readonly string[]]>([
  [['manufacturing', ['Manufacturing', 'Precision', 'Industries', 'Machine Works', 'Components']], 18],
  [['technology', ['Technologies', 'Robotics', 'Systems']], 10],
  [['software', ['Software', 'Cloud', 'Data', 'Labs']], 13],
  [['electronics', ['Electronics', 'Semiconductor', 'Photonics']], 4],
  [['medical', ['Medical', 'Health', 'Dental']], 7],
  [['pharmaceutical', ['Biosciences', 'Pharma']], 3],
  [['finance', ['Capital', 'Financial', 'Payments']], 5],
  [['insurance', ['Insurance', 'Assurance']], 2],
  [['retail', ['Outfitters', 'Home', 'Stores', 'Market']], 7],
  [['wholesale', ['Trading', 'Supply', 'Distribution']], 5],
  [['logistics', ['Logistics', 'Freight', 'Shipping']], 5],
  [['construction', ['Construction', 'Builders', 'Engineering']], 4],
  [['realEstate', ['Properties', 'Realty']], 2],
  [['energy', ['Energy', 'Solar', 'Power']], 3],
  [['chemicals', ['Chemicals', 'Materials']], 2],
  [['food', ['Foods', 'Beverages', 'Kitchens']], 4],
  [['education', ['Learning', 'Academy']], 2],
  [['media', ['Media', 'Publishing']], 2],
  [['entertainment', ['Studios', 'Games']], 1],
  [['marketing', ['Marketing', 'Creative']], 2],
  [['employment', ['Staffing', 'Talent']], 1],
  [['services', ['Consulting', 'Advisory', 'Partners']], 4],
  [['hospitality', ['Hotels', 'Travel']], 2],
  [['telecommunications', ['Networks', 'Telecom']], 2],
])
const suffix = weighted([
  ['Inc.', 46],
  ['LLC', 30],
  ['Corp.', 10],
  ['Group, Inc.', 6],
  ['Ltd.', 8],
])

const families = list(
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter Roberts Gomez Phillips Evans Turner Diaz Parker Cruz Edwards Collins Reyes Stewart Morris Morales Murphy Cook Rogers Ortiz Morgan Cooper Peterson Bailey Reed Kelly Howard Ramos Kim Cox Ward Richardson Watson Brooks Chavez Wood Bennett Gray Mendoza Ruiz Hughes Price Alvarez Castillo Sanders Patel Myers Long Ross Foster Shah Fischer Novak',
)
const given = list(
  'James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica Thomas Sarah Christopher Karen Charles Lisa Daniel Nancy Matthew Betty Anthony Sandra Mark Margaret Steven Ashley Andrew Kimberly Paul Emily Joshua Donna Kenneth Michelle Kevin Carol Brian Amanda George Melissa Timothy Deborah Jason Stephanie Rebecca Laura Ryan Cynthia Jacob Amy Nicholas Kathleen Eric Angela Jonathan Emma Olivia Noah Liam Sophia Ava Mia Priya Arjun Mei Hiro Ingrid Lucas Elena Omar Fatima Diego',
)

const positions = weighted([
  ['Chief Executive Officer|Executive|decisionMaker', 8],
  ['Managing Director|Executive|decisionMaker', 4],
  ['Chief Operating Officer|Operations|approver', 5],
  ['Chief Financial Officer|Finance|approver', 6],
  ['VP of Sales|Sales|influencer', 6],
  ['VP of Engineering|Engineering|influencer', 6],
  ['Head of Procurement|Procurement|influencer', 9],
  ['Procurement Specialist|Procurement|gatekeeper', 8],
  ['IT Director|IT|influencer', 9],
  ['IT Manager|IT|user', 7],
  ['Operations Manager|Operations|user', 9],
  ['Plant Manager|Production|user', 5],
  ['Project Manager|Projects|user', 7],
  ['Marketing Manager|Marketing|user', 5],
  ['Executive Assistant|Executive|gatekeeper', 4],
  ['Office Manager|Administration|gatekeeper', 4],
])

/** Numbers 555-0100 to 555-0199 are kept free for fiction. */
const phone = (random: Random, areaCode: string) => `+1 ${areaCode}-555-01${random.digits(2)}`

export function company(random: Random): CompanyIdentity {
  const index = random.whole(0, places.length - 1)
  const [country, province, city, postalCode] = places[index]!
  const brand = random.pick(first) + (random.chance(0.55) ? random.pick(second) : '')
  const [industry, words] = trades(random.unit())
  const name = `${brand} ${random.pick(words)}`
  return {
    name,
    legalName: `${name} ${suffix(random.unit())}`,
    industry,
    domain: `${name.toLowerCase().replace(/[^a-z]/g, '')}.example`,
    phone: phone(random, areaCodes[index]!),
    address: {
      country,
      province,
      city,
      street: `${random.whole(10, 2400)} ${random.pick(first)} ${random.pick(['Street', 'Avenue', 'Road', 'Drive'])}`,
      postalCode,
    },
  }
}

export function person(random: Random): Person {
  const givenName = random.pick(given)
  // Common names stand first in the list and are drawn more often.
  const familyName = families[Math.floor(random.unit() ** 1.6 * families.length)]!
  const mailbox = `${givenName}.${familyName}`.toLowerCase()
  return { name: `${givenName} ${familyName}`, givenName, familyName, mailbox }
}

export function position(random: Random): Position {
  const [jobTitle = '', department = '', role = ''] = positions(random.unit()).split('|')
  return { jobTitle, department, role }
}

export const mobile = (random: Random): string => phone(random, random.pick(areaCodes))
