// Plays a page of the docs: every command of its sh blocks in one shell, in a folder that looks like a clone, with the answers that it shows.

import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'

export interface Block {
  readonly commands: string
  /** What the page says comes back, of which kind; undefined where it says nothing. */
  readonly shown?: { readonly language: 'json' | 'text'; readonly text: string }
}

export interface Played extends Block {
  readonly code: number
  /** Standard output, with the ports as the page has them. */
  readonly out: string
  readonly err: string
}

/** An answer stands behind its commands, with nothing but words between. */
export function blocksOf(page: string): readonly Block[] {
  const fences = [...page.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', text = '']) => ({ language, text }))
  return fences.flatMap(({ language, text }, i) => {
    if (language !== 'sh') return []
    const next = fences[i + 1]
    const isAnswer = next?.language === 'json' || next?.language === 'text'
    return [
      { commands: text, ...(isAnswer && { shown: { language: next.language, text: next.text } as Block['shown'] & object }) },
    ]
  })
}

/** A port of the page, and the one that it is played with. */
export type Ports = Readonly<Record<string, string>>

const another = /\s*# in another terminal\s*$/
const what = ['package.json', 'conformance', 'gateway', 'mappings', 'profiles', 'node_modules', 'README.md', 'LICENSE']

/** What `npm run NAME -- ARGUMENTS` comes to, without the half second that npm takes for each. */
const npm = `#!/bin/sh
[ "$1" = run ] && shift
[ "$1" = --silent ] && shift
script=$(sed -n "s/^ *\\"$1\\": \\"\\(.*\\)\\",*$/\\1/p" package.json | head -1)
shift
[ "$1" = -- ] && shift
eval "$script" '"$@"'
`

/** Ends at the first block whose last command fails. */
export async function play(page: string, ports: Ports, settings: NodeJS.ProcessEnv): Promise<readonly Played[]> {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-docs-'))
  for (const name of what) symlinkSync(resolve(name), join(folder, name))
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin', 'npm'), npm, { mode: 0o755 })
  const path = [join(folder, 'bin'), resolve('node_modules/.bin'), process.env['PATH']].join(delimiter)
  const environment = { ...settings, PATH: path, NODE_COMPILE_CACHE: join(folder, 'cache') }
  const terminals: ChildProcess[] = []
  const shell = openShell(folder, environment)
  /** A line for another terminal waits for those above it, and those below wait until it is ready. */
  const step = async (commands: string): Promise<Said> => {
    let said: Said = { code: 0, out: '', err: '' }
    for (const part of commands.split(/^(?=.*# in another terminal$)|(?<=# in another terminal)\n/m)) {
      if (another.test(part)) terminals.push(await started(part.replace(another, ''), folder, environment))
      else said = joined(said, await shell.run(part))
    }
    return said
  }
  try {
    const played: Played[] = []
    for (const block of blocksOf(page)) {
      const { code, out, err } = await step(translated(block.commands, ports, false))
      played.push({ ...block, code, out: translated(out, ports, true), err })
      if (code !== 0) break
    }
    return played
  } finally {
    shell.end()
    await Promise.all(terminals.map(ended))
    rmSync(folder, { recursive: true, force: true })
  }
}

const translated = (text: string, ports: Ports, isBack: boolean): string =>
  Object.entries(ports).reduce((all, [shown, real]) => all.replaceAll(isBack ? real : shown, isBack ? shown : real), text)

interface Said {
  readonly code: number
  readonly out: string
  readonly err: string
}

const joined = (one: Said, next: Said): Said => ({ code: next.code, out: one.out + next.out, err: one.err + next.err })

/** What is set in one block is there in the next. */
function openShell(cwd: string, env: NodeJS.ProcessEnv) {
  const child = spawn('sh', ['-s'], { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] })
  let [out, err, count] = ['', '', 0]
  let look: () => void = () => undefined
  child.stdout.on('data', (chunk: Buffer) => ((out += chunk.toString()), look()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  return {
    run: (commands: string): Promise<Said> =>
      new Promise((done) => {
        const mark = `--- end of block ${(count += 1)} `
        look = () => {
          const at = out.indexOf(mark)
          const [, code] = /^(\d+)\n/.exec(out.slice(at + mark.length)) ?? []
          if (at < 0 || code === undefined) return
          look = () => undefined
          const said = { code: Number(code), out: out.slice(0, at).replace(/\n$/, ''), err }
          ;[out, err] = ['', '']
          done(said)
        }
        child.stdin.write(`${commands}\nLAST=$?\necho\necho "${mark}$LAST"\n`)
      }),
    end: () => child.kill('SIGKILL'),
  }
}

const readyMs = 60_000
/** The gateway's line, and the simulator's last. */
const ready = /"event":"ready"|^Ctrl-C ends it/m

function started(line: string, cwd: string, env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const child = spawn('sh', ['-c', line], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true })
  return new Promise((done, failed) => {
    let said = ''
    const fail = (why: string): void => {
      void ended(child)
      failed(new Error(`${line}: ${why}: ${said}`))
    }
    const timer = setTimeout(() => fail(`not ready within ${readyMs} ms`), readyMs)
    const heard = (chunk: Buffer): void => {
      said += chunk.toString()
      if (!ready.test(said)) return
      clearTimeout(timer)
      done(child)
    }
    child.stdout.on('data', heard)
    child.stderr.on('data', heard)
    child.once('exit', () => fail('it ended'))
  })
}

/** With all that it started. */
async function ended(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  if (child.exitCode !== null || child.pid === undefined) return
  const gone = new Promise((done) => child.once('exit', done))
  process.kill(-child.pid, 'SIGKILL')
  await gone
}
