import type { MarkdownToken } from '@tiptap/core'
import { Node } from '@tiptap/core'
import { tableEditing } from '@tiptap/pm/tables'
import { tableKeys } from './table-keys.ts'

/** What the commands of tables know nodes by. */
const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
}

/** A cell has no span: Markdown knows none, and `plainTables` parts what is pasted. */
const spans = () => ({ colspan: { default: 1 }, rowspan: { default: 1 }, colwidth: { default: null } })

interface Cell {
  readonly tokens?: MarkdownToken[]
}

const cellNode = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'paragraph',
    isolating: true,
    addAttributes: () =>
      Object.fromEntries(
        Object.entries(spans()).map(([key, attribute]) => [
          key,
          { ...attribute, rendered: false, parseHTML: () => attribute.default },
        ]),
      ),
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, tag === 'th' ? { scope: 'col' } : {}, 0],
  })

export const TableCell = cellNode('tableCell', 'td')
export const TableHeader = cellNode('tableHeader', 'th')

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})

/** A table of lines of text, kept as a Markdown table. Without a header row the first line of that is empty. */
export const Table = Node.create<{ readonly read: boolean }>({
  name: 'table',
  // Where it is only read no caret leads through it: its frame takes the focus, and arrows scroll it.
  addOptions: () => ({ read: false }),
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  extendNodeSchema: ({ name }) => (roles[name] === undefined ? {} : { tableRole: roles[name] }),
  parseHTML: () => [{ tag: 'table' }],
  // It scrolls in a frame of its own: wide tables are common, wide pages are not.
  renderHTML() {
    const frame = this.options.read ? { 'data-table': '', tabindex: '0' } : { 'data-table': '' }
    return ['div', frame, ['table', ['tbody', 0]]]
  },
  addProseMirrorPlugins: () => [tableEditing()],
  addKeyboardShortcuts() {
    return tableKeys(this.editor)
  },
  markdownTokenName: 'table',
  parseMarkdown: (token, helpers) => {
    const { header = [], rows = [] } = token as { header?: readonly Cell[]; rows?: (readonly Cell[])[] }
    const row = (type: string, cells: readonly Cell[]) => ({
      type: 'tableRow',
      content: header.map((_, index) => ({
        type,
        content: [{ type: 'paragraph', content: helpers.parseInline(cells[index]?.tokens ?? []) }],
      })),
    })
    const hasHeader = rows.length === 0 || header.some(({ tokens = [] }) => tokens.length > 0)
    return {
      type: 'table',
      content: [
        ...(hasHeader ? [row('tableHeader', header)] : []),
        ...rows.map((cells) => row('tableCell', cells)),
      ],
    }
  },
  renderMarkdown: (node, helpers) => {
    const rows = (node.content ?? []).map((row) => ({
      header: row.content?.every(({ type }) => type === 'tableHeader') === true,
      cells: (row.content ?? []).map((cell) =>
        helpers
          .renderChildren(cell.content?.[0]?.content ?? [])
          .replaceAll(/\s*\n\s*/g, ' ')
          .replaceAll('|', String.raw`\|`)
          .trim(),
      ),
    }))
    const width = Math.max(...rows.map(({ cells }) => cells.length))
    const line = (cells: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, index) => cells[index] ?? '').join(' | ')} |`
    const [first] = rows
    const head = first?.header === true ? first.cells : []
    const body = first?.header === true ? rows.slice(1) : rows
    const rule = line(Array.from({ length: width }, () => '---'))
    return [line(head), rule, ...body.map(({ cells }) => line(cells))].join('\n')
  },
})
