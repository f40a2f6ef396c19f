import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin, transformWithOxc } from 'vite'

/** Writes `.br` and `.gz` beside every text asset, so that the server compresses nothing while it serves. */
function compressOnce(): Plugin {
  return {
    name: 'compress-once',
    apply: 'build',
    async writeBundle({ dir = '' }) {
      const files = await readdir(dir, { recursive: true })
      for (const file of files.filter((name) => /\.(js|css|html|svg|json)$/.test(name))) {
        const path = join(dir, file)
        const content = await readFile(path)
        const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }
        await writeFile(`${path}.br`, await promisify(brotliCompress)(content, quality))
        await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }))
      }
    },
  }
}

/** Builds the service worker by itself: one plain script at a fixed address, with the list of what it keeps. */
function serviceWorker(): Plugin {
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const assets = Object.keys(bundle).filter((name) => /^assets\/.+\.(js|css)$/.test(name))
      const path = 'web/shell/service-worker/worker.ts'
      const { code } = await transformWithOxc(await readFile(path, 'utf8'), path)
      const list = `const builtAssets = ${JSON.stringify(assets.map((name) => `/${name}`))}\n`
      // A worker that is no module has nothing to export: the mark of one is for the compiler.
      const source = list + code.replace(/^export \{\};?$/m, '')
      this.emitFile({ type: 'asset', fileName: 'service-worker.js', source })
    },
  }
}

export default defineConfig({
  plugins: [react(), serviceWorker(), compressOnce()],
  build: {
    outDir: 'dist/web',
    target: 'es2023',
    reportCompressedSize: false,
    assetsInlineLimit: 0,
    // What every screen needs is one chunk: seventy small ones cost seventy round trips on an office's HTTP/1.1.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'app', tags: ['$initial'] }] } } },
    chunkSizeWarningLimit: 800,
  },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': process.env.KITH_API ?? 'http://127.0.0.1:3000' },
  },
})
