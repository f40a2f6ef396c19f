import { build } from 'vite'

/** `node build-newer.ts FOLDER`: the web app as of a release later, into a folder. Its pages say so at their root. */
const [, , folder = ''] = process.argv

const mark = `\ndocument.documentElement.dataset.build = 'newer'\n`

await build({
  logLevel: 'error',
  build: { outDir: folder, emptyOutDir: true },
  plugins: [
    {
      name: 'a release later',
      enforce: 'pre',
      transform: (code, id) => (id.endsWith('/web/main.tsx') ? code + mark : undefined),
    },
  ],
})
