import { element } from './dom.js'
import { sampleOf } from './schema.js'
import { texts } from './texts.js'

/** Kept here and nowhere else: it is gone with the page. */
let apiKey = ''

export const setApiKey = (key) => {
  apiKey = key.trim()
}

/** Asks with the key where there is one, else with the session of this browser. */
export const ask = (address, options = {}) =>
  fetch(address, {
    ...options,
    credentials: apiKey === '' ? 'same-origin' : 'omit',
    headers: { ...options.headers, ...(apiKey !== '' && { authorization: `Bearer ${apiKey}` }) },
  })

const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`

function curlOf({ method, url, headers, body }) {
  const lines = [
    `curl ${method === 'GET' ? '' : `-X ${method} `}${quoted(url)}`,
    '-H "Authorization: Bearer $KEY"',
    ...Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(body === undefined ? [] : [`-d ${quoted(body)}`]),
  ]
  return lines.join(' \\\n  ')
}

/** Form of one operation with its example for the command line, which follows what is typed. */
export function tryForm({ method, path, entry, root, base }) {
  const parameters = entry.parameters ?? []
  const schema = entry.requestBody?.content?.['application/json']?.schema
  const inputs = parameters.map((parameter) => [parameter, inputFor(parameter)])
  const area =
    schema && element('textarea', { id: 'body', rows: 9, spellcheck: 'false', autocomplete: 'off' })
  if (area) area.value = JSON.stringify(sampleOf(schema, root), null, 2)
  const curl = element('pre.code', { tabindex: 0, 'aria-label': texts.example })
  const result = element('div.result', { role: 'status' })
  const send = element('button.primary', { type: 'submit' }, texts.send)
  const copy = element(
    'button',
    { type: 'button', click: () => copyText(curl.textContent, copy) },
    texts.copy,
  )

  const request = () => {
    const filled = (place) => inputs.filter(([one, input]) => one.in === place && input.value !== '')
    const steps = new Map(filled('path').map(([{ name }, { value }]) => [name, encodeURIComponent(value)]))
    const query = new URLSearchParams(filled('query').map(([{ name }, { value }]) => [name, value]))
    const headers = Object.fromEntries(filled('header').map(([{ name }, { value }]) => [name, value]))
    if (area) headers['Content-Type'] = 'application/json'
    const address = path.replace(/\{(\w+)\}/g, (whole, name) => steps.get(name) ?? whole)
    const url = `${base}${address}${query.size === 0 ? '' : `?${query}`}`
    return { method: method.toUpperCase(), url, headers, body: area ? area.value : undefined }
  }
  const print = () => {
    curl.textContent = curlOf(request())
  }
  const submit = async (event) => {
    event.preventDefault()
    send.disabled = true
    try {
      const { url, ...options } = request()
      await show(result, await ask(url, options))
    } catch (error) {
      result.replaceChildren(element('p.problem', {}, `${texts.unreachable}${texts.colon}${error.message}`))
    } finally {
      send.disabled = false
    }
  }
  print()
  return element(
    'div',
    {},
    element('div.heading', {}, element('h2', {}, texts.example), copy),
    curl,
    element('h2', {}, texts.try),
    method !== 'get' && element('p.hint', {}, texts.realData),
    element(
      'form',
      { submit, input: print },
      element('div.grid', {}, ...inputs.map(([parameter, input]) => labelled(parameter, input))),
      area && element('label.field', { for: 'body' }, element('span', {}, texts.body), area),
      send,
    ),
    result,
  )
}

function inputFor({ name, required, schema }) {
  const choices =
    schema.enum ??
    (schema.anyOf?.every((one) => one.const !== undefined) && schema.anyOf.map((one) => one.const))
  const attributes = { id: `parameter-${name}`, required: required === true }
  if (!choices)
    return element('input', { ...attributes, type: 'text', autocomplete: 'off', spellcheck: 'false' })
  return element(
    'select',
    attributes,
    ...['', ...choices].map((choice) => element('option', { value: choice }, String(choice))),
  )
}

const labelled = ({ name, required }, input) =>
  element('label.field', { for: input.id }, element('span', {}, required ? `${name} *` : name), input)

async function show(result, answer) {
  const text = await answer.text()
  const headers = [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n')
  result.replaceChildren(
    element(
      'p.status',
      {},
      element(answer.ok ? 'span.dot.good' : 'span.dot.bad', { 'aria-hidden': true }),
      `${answer.status} ${answer.ok ? texts.done : texts.refused}`,
    ),
    element(
      'details',
      {},
      element('summary', {}, texts.headers),
      element('pre.code', { tabindex: 0 }, headers),
    ),
    text === '' ? element('p.hint', {}, texts.nothing) : element('pre.code', { tabindex: 0 }, pretty(text)),
  )
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

async function copyText(text, button) {
  await navigator.clipboard?.writeText(text)
  button.textContent = texts.copied
  setTimeout(() => {
    button.textContent = texts.copy
  }, 2_000)
}
