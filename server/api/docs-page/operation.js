import { element, table } from './dom.js'
import { meaningOf, requiredMark, schemaTable, typeText } from './schema.js'
import { summaryOf, texts } from './texts.js'
import { tryForm } from './try.js'

/** Everything about one operation. */
export function operationView(operation, root) {
  const { method, path, entry, group } = operation
  const schema = entry.requestBody?.content?.['application/json']?.schema
  const base = `${location.origin}${new URL(root.servers[0].url, location.href).pathname}`
  return element(
    'article',
    {},
    element('p.crumb', {}, group),
    element('h1', { tabindex: -1 }, summaryOf(entry)),
    element('p.address', {}, methodTag(method), element('code', {}, path)),
    element('p.hint', {}, element('code', {}, entry.operationId)),
    entry.parameters !== undefined && section(texts.parameters, parameterTable(entry.parameters, root)),
    schema !== undefined && section(texts.body, schemaTable(schema, root)),
    section(texts.answers, answers(entry.responses, root)),
    tryForm({ method, path, entry, root, base }),
  )
}

export const methodTag = (method) => element(`span.method.${method}`, {}, method.toUpperCase())

const section = (title, content) => element('section', {}, element('h2', {}, title), content)

function parameterTable(parameters, root) {
  const rows = parameters.map((parameter) => [
    element(
      'span',
      {},
      element('code.name', {}, parameter.name),
      parameter.required === true && requiredMark(),
    ),
    texts.places[parameter.in] ?? parameter.in,
    element('code', {}, typeText(parameter.schema, root)),
    parameter.description ?? meaningOf(parameter.schema),
  ])
  return table([texts.name, texts.place, texts.type, texts.meaning], rows)
}

/** Refusals are one table, a success is told with what it gives. */
function answers(responses, root) {
  const parts = Object.entries(responses).map(([status, { description, content }]) => {
    const schema = content?.['application/json']?.schema
    const known = schema !== undefined && Object.keys(schema).length > 0
    const title = [element('code', {}, status === 'default' ? texts.otherwise : status), ` ${description}`]
    if (!known) return element('p.answer', {}, ...title)
    const data = schema.properties?.data
    return element(
      'details',
      {},
      element('summary', {}, ...title),
      schemaTable(schema, root),
      data && schemaTable(data, root),
    )
  })
  return element('div', {}, ...parts)
}
