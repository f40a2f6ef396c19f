interface Stage {
  readonly id: string
  readonly outcome: string
}

export interface WebRecords {
  readonly contact: string
  readonly deal: string
}

const cards = 2_000

/** Fills a board: 2,000 open deals in the first stages. @returns records to open */
export async function prepareBoard(address: string, key: string): Promise<WebRecords> {
  const call = async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`${address}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`)
    return (JSON.parse(text) as { data: T }).data
  }
  const stages = await call<Stage[]>('GET', '/records/stage?sort=position')
  const open = stages.filter(({ outcome }) => outcome === 'open').slice(0, 2)
  const contacts = await call<{ id: string; companyId: string | null }[]>(
    'GET',
    '/records/contact?limit=1000',
  )
  const deals = await call<{ id: string }[]>(
    'POST',
    '/records/deal',
    Array.from({ length: cards }, (_, index) => ({
      name: `年度采购 ${index + 1}`,
      companyId: contacts[index % contacts.length]?.companyId,
      amount: String(10_000 + index * 250),
      closeDate: `2027-0${1 + (index % 9)}-1${index % 10}`,
      stageId: open[index % open.length]?.id,
    })),
  )
  return { contact: contacts[0]?.id ?? '', deal: deals[0]?.id ?? '' }
}
