import { element } from './dom.js'
import { methodTag, operationView } from './operation.js'
import { language, summaryOf, texts } from './texts.js'
import { ask, setApiKey } from './try.js'

let root
let operations = []

const nav = element('div.groups')
const main = element('main', { id: 'main', tabindex: -1 })
const search = element('input', {
  type: 'search',
  id: 'search',
  placeholder: texts.search,
  'aria-label': texts.search,
  autocomplete: 'off',
  input: listOperations,
})
const keyInput = element('input', {
  type: 'password',
  id: 'key',
  placeholder: 'kith_…',
  autocomplete: 'off',
  spellcheck: 'false',
})
const keyForm = element(
  'form.key',
  { submit: useKey },
  element('label', { for: 'key' }, texts.key),
  keyInput,
  element('button', { type: 'submit' }, texts.use),
)

document.documentElement.lang = language
document.title = texts.title
document.body.replaceChildren(
  element(
    'a.skip',
    {
      href: '#main',
      click: (event) => {
        event.preventDefault()
        main.focus()
      },
    },
    texts.skip,
  ),
  element(
    'header',
    {},
    element('a.brand', { href: '#' }, texts.title),
    element('a', { href: '/' }, texts.app),
    keyForm,
  ),
  element('div.columns', {}, element('nav', { 'aria-label': texts.operations }, search, nav), main),
)
addEventListener('hashchange', () => showOperation(true))
addEventListener('keydown', (event) => {
  if (event.key !== '/' || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
  event.preventDefault()
  search.focus()
})

async function useKey(event) {
  event.preventDefault()
  setApiKey(keyInput.value)
  await load()
}

async function load() {
  main.replaceChildren(element('p.hint', { role: 'status' }, texts.loading))
  try {
    const answer = await ask('/api/v1/openapi.json', { headers: { 'accept-language': language } })
    const document = await answer.json()
    if (!answer.ok) return showRefusal(answer.status, document.detail)
    root = document
    operations = operationsOf(document)
    listOperations()
    showOperation(false)
  } catch (error) {
    showRefusal(0, `${texts.unreachable}${texts.colon}${error.message}`)
  }
}

function showRefusal(status, detail) {
  nav.replaceChildren()
  const signIn = element('p', {}, texts.signInFirst, ' ', element('a', { href: '/' }, texts.app))
  main.replaceChildren(
    element('h1', { tabindex: -1 }, texts.title),
    element('p.problem', { role: 'alert' }, detail),
    ...(status === 401 ? [signIn] : []),
  )
}

function operationsOf(document) {
  const labels = new Map(
    document.tags.map((tag) => [tag.name, tag['x-displayName'] ?? texts.tags[tag.name] ?? tag.name]),
  )
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, entry]) => {
      const [tag] = entry.tags
      const group = labels.get(tag) ?? tag
      const words = [path, entry.operationId, entry.summary, summaryOf(entry), group, method]
        .join(' ')
        .toLowerCase()
      return { path, method, entry, tag, group, words }
    }),
  )
  const order = [...labels.keys()]
  return all.sort((a, b) => order.indexOf(a.tag) - order.indexOf(b.tag))
}

function listOperations() {
  const wanted = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const found = operations.filter(({ words }) => wanted.every((word) => words.includes(word)))
  const current = currentId()
  const groups = Map.groupBy(found, ({ tag }) => tag)
  const parts = [...groups.values()].map((members) => {
    const open = wanted.length > 0 || members.some(({ entry }) => entry.operationId === current)
    const list = element(
      'ul',
      {},
      ...members.map((operation) => element('li', {}, linkTo(operation, current))),
    )
    const summary = element(
      'summary',
      {},
      members[0].group,
      element('span.count', {}, String(members.length)),
    )
    return element('details', { open }, summary, list)
  })
  nav.replaceChildren(...(parts.length > 0 ? parts : [element('p.hint', {}, texts.noMatch)]))
}

const linkTo = ({ method, entry }, current) =>
  element(
    'a.link',
    {
      href: `#${encodeURIComponent(entry.operationId)}`,
      'aria-current': entry.operationId === current && 'page',
    },
    methodTag(method),
    element('span', {}, summaryOf(entry)),
  )

function currentId() {
  try {
    return decodeURIComponent(location.hash.slice(1))
  } catch {
    return ''
  }
}

/** Moves the focus to what was asked for, except on the first showing. */
function showOperation(moveFocus) {
  const id = currentId()
  const operation = operations.find(({ entry }) => entry.operationId === id)
  document.body.dataset.view = operation === undefined ? 'list' : 'operation'
  const back = element('a.back', { href: '#' }, `‹ ${texts.operations}`)
  main.replaceChildren(
    ...(operation === undefined ? [introduction()] : [back, operationView(operation, root)]),
  )
  document.title =
    operation === undefined ? texts.title : `${summaryOf(operation.entry)} · ${operation.group}`
  for (const link of nav.querySelectorAll('a.link')) {
    const isCurrent = operation !== undefined && link.hash === `#${encodeURIComponent(id)}`
    if (isCurrent) link.setAttribute('aria-current', 'page')
    else link.removeAttribute('aria-current')
  }
  nav.querySelector('[aria-current]')?.closest('details').setAttribute('open', '')
  if (!moveFocus) return
  scrollTo(0, 0)
  main.querySelector('h1')?.focus()
}

function introduction() {
  const start = `curl -s ${location.origin}/api/v1/records/company?limit=2 \\\n  -H "Authorization: Bearer $KEY"`
  return element(
    'article',
    {},
    element('h1', { tabindex: -1 }, texts.title),
    element('p', {}, texts.introduction),
    element('p', {}, texts.keyHint),
    element('pre.code', { tabindex: 0 }, start),
    element(
      'p',
      {},
      element('a', { href: '/api/v1/openapi.json' }, 'openapi.json'),
      `${texts.colon}${texts.count(operations.length)}`,
    ),
  )
}

await load()
