// Chromium and axe for pages of ours, where the machine has them: as much of playwright-core as the tests use.

import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

export interface Page {
  goto(url: string): Promise<unknown>
  content(): Promise<string>
  title(): Promise<string>
  evaluate<T>(expression: string): Promise<T>
  on(event: 'console' | 'pageerror' | 'request' | 'dialog', listener: (what: Spoken) => void): void
  pdf(options?: object): Promise<Uint8Array>
  screenshot(options: object): Promise<Uint8Array>
  emulateMedia(options: object): Promise<void>
  locator(selector: string): Locator
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> }
}

export interface Locator {
  click(): Promise<void>
  count(): Promise<number>
  first(): Locator
  nth(place: number): Locator
  textContent(): Promise<string | null>
  innerText(): Promise<string>
  isVisible(): Promise<boolean>
  getAttribute(name: string): Promise<string | null>
}

/** What a listener is given: as it needs it. */
interface Spoken {
  type?(): string
  text?(): string
  url?(): string
  readonly message?: unknown
}

interface Context {
  newPage(): Promise<Page>
  close(): Promise<void>
}

export interface Browser {
  newContext(options: object): Promise<Context>
  close(): Promise<void>
}

interface Playwright {
  readonly chromium: { launch(options: object): Promise<Browser> }
}

export interface Tools {
  launch(): Promise<Browser>
  /** The text of the script that looks for what shuts people out. */
  readonly axe: string
}

/** Where chromium is on Debian; `CHROMIUM` names another place, and `BROWSER_TOOLS` a folder in which both packages are installed. */
const chromium = process.env['CHROMIUM'] ?? '/usr/bin/chromium'
const folders = [process.cwd(), ...(process.env['BROWSER_TOOLS'] ? [process.env['BROWSER_TOOLS']] : [])]

/** Or what is missing. */
export async function browserTools(): Promise<Tools | string> {
  if (!existsSync(chromium)) return `no browser at ${chromium} (apt-get install chromium)`
  const [playwright, axe] = [resolved('playwright-core'), resolved('axe-core')]
  if (!playwright || !axe) return 'playwright-core or axe-core is not installed'
  const module = (await import(pathToFileURL(playwright).href)) as Playwright & { readonly default?: Playwright }
  const { source } = (await import(pathToFileURL(axe).href)).default as { readonly source: string }
  const { chromium: engine } = module.default ?? module
  return { launch: () => engine.launch({ executablePath: chromium }), axe: source }
}

function resolved(name: string): string | undefined {
  for (const folder of folders)
    try {
      return createRequire(join(folder, 'package.json')).resolve(name)
    } catch {
      continue
    }
  return undefined
}
