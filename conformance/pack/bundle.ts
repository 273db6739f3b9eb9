// The suite as one plain JavaScript file that needs nothing beside it.

import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin, type Rolldown } from 'vite'
import { filesModule } from './files.ts'

export interface Bundle {
  readonly code: string
  /** Names of the packages of others that are in it. */
  readonly packages: readonly string[]
}

export async function bundled(): Promise<Bundle> {
  const read = new Set<string>()
  const built = await build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [embedded, named, noting(read)],
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: `${root}conformance/pack/entry.ts`,
      write: false,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { codeSplitting: false, comments: { legal: true } } },
    },
  })
  const [chunk, ...others] = outputsOf(built)
  if (!chunk || others.length > 0) throw new Error('the bundle is not one file')
  const foreign = chunk.imports.filter((name) => !name.startsWith('node:'))
  if (foreign.length > 0) throw new Error(`the bundle needs ${foreign.join(', ')} beside it`)
  return { code: `#!/usr/bin/env node\n${chunk.code}`, packages: packagesIn(read) }
}

function outputsOf(built: Awaited<ReturnType<typeof build>>): readonly Rolldown.OutputChunk[] {
  const all = [built].flat()
  return all.flatMap((one) => ('output' in one ? one.output : [])).filter((one) => one.type === 'chunk')
}

/** The clone's, wherever the command is called from. */
export const root = fileURLToPath(new URL('../../', import.meta.url))

/** Every module that is read, of whatever form. Rolldown adds a few lines of its own to what was CommonJS. */
const noting = (read: Set<string>): Plugin => ({ name: 'noting', transform: (_, id) => void read.add(id) })

function packagesIn(read: ReadonlySet<string>): readonly string[] {
  const names = [...read].flatMap((id) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? [])
  return [...new Set([...names, 'rolldown'])].toSorted()
}

const filesId = '\0packed-files'

/** What profiles reads from its own folder it reads from the bundle. */
const embedded: Plugin = {
  name: 'packed-files',
  enforce: 'pre',
  resolveId: (source, importer = '') => (source === 'node:fs' && isDefinitions(importer) ? filesId : undefined),
  load: (id) => (id === filesId ? filesModule() : undefined),
}

const isDefinitions = (file: string): boolean => /^profiles\/definitions[\w-]*\.ts$/.test(relative(root, file))

/** In a clone the suite is called by npm's script, in the package by its own name. */
const named: Plugin = {
  name: 'own-name',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/conformance/') ? code.replaceAll('npm run conformance --', 'npx home-first-conformance') : undefined,
}
