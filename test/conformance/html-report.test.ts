// The HTML report: safe whatever a server answers, and in a real browser usable by keyboard, on paper, and for axe.

import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeCast } from '../../conformance/commands/keys.ts'
import { htmlReport, jsonForHtml } from '../../conformance/report/html/page.ts'
import { jsonReport } from '../../conformance/report/json.ts'
import type { SavedReport } from '../../conformance/report/saved.ts'
import { run } from '../../conformance/run.ts'
import { suite } from '../../conformance/suite.ts'
import { browserTools, type Browser, type Page } from './browser.ts'
import { configFor } from './gateway.ts'
import { ended, hostile, saved } from './reports.ts'
import { badServers, givingTokens, startHttp } from './servers.ts'

const digest = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

describe('the page', () => {
  const html = htmlReport(saved)
  const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1] ?? ''

  it('allows its own script and style by digest, and nothing else at all', () => {
    const [style = ''] = /(?<=<style>)[\s\S]*?(?=<\/style>)/.exec(html) ?? []
    const [script = ''] = /(?<=<script>)[\s\S]*?(?=<\/script>)/.exec(html) ?? []
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain(`script-src ${digest(script)};`)
    expect(policy).toContain(`style-src ${digest(style)};`)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  it('has two scripts of its own whatever a server answers, and no handler, style or foreign address in its markup', () => {
    expect(html.match(/<script\b/g)).toHaveLength(2)
    expect(html.match(/<\/script/g)).toHaveLength(2)
    const markup = html.replaceAll(/<script[\s\S]*?<\/script>|<style>[\s\S]*?<\/style>/g, '')
    const tags = [...markup.matchAll(/<[a-z][^>]*>/g)].map(([tag]) => tag)
    expect(tags.filter((tag) => /\s(on\w+|style|src|srcset|action)\s*=/i.test(tag))).toEqual([])
    expect(markup).not.toContain('<img')
    expect(markup).not.toContain('<!--')
    expect(markup).toContain('&lt;/script&gt;&lt;script&gt;globalThis.hacked = 1')
  })

  it('links to where a requirement is written over https only', () => {
    const linked = (url: string) => {
      const results = saved.results.map((one) => ({ ...one, statement: { ...one.statement, url } }))
      return htmlReport({ ...saved, results }).match(/<a href="(?!#)[^"]*"/g)
    }
    expect(linked('https://hl7.org/x"y')).toContain('<a href="https://hl7.org/x&quot;y"')
    for (const url of ['javascript:alert(1)', 'docs/access.md', 'data:text/html,x', 'https://x y']) expect(linked(url)).toBeNull()
  })

  it('holds the report as JSON that no HTML reader takes for markup', () => {
    const [, json = ''] = /<script type="application\/json" id="report">([\s\S]*?)<\/script>/.exec(html) ?? []
    expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(saved)))
    expect(jsonForHtml('</script>\u2028&<!--')).toBe('"\\u003c/script\\u003e\\u2028\\u0026\\u003c!--"')
  })

  it('says its verdict first, with counts, target, time and suite', () => {
    const [head = ''] = /<header[\s\S]*?<\/header>/.exec(html) ?? []
    for (const words of ['Failed', '1 of 6 tests fails', saved.target, '2026-01-01 00:00', `${suite.length} requirements`])
      expect(head).toContain(words)
  })
})

const tools = await browserTools()
if (typeof tools === 'string') console.log(`the HTML report is not opened in a browser: ${tools}`)

describe.skipIf(typeof tools === 'string')('in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'home-first-html-'))
  const faults: string[] = []
  let browser: Browser

  /** Of a server that gives anybody a token and sends back what it is sent. */
  async function failing(): Promise<SavedReport> {
    const server = await startHttp(givingTokens(badServers['sends back what it is sent']!))
    const chosen = suite.filter(({ area }, i) => area === 'hl7v2' || (area === 'scopes' && i % 2 === 0) || i % 30 === 0)
    const config = configFor(makeCast(server.url, server.port).config, server.url, server.port)
    const report = await run({ config, suite, chosen, seed: 'html', parallel: 8, timeoutMs: 3000 })
    await server.close()
    return jsonReport(report, suite, 1)
  }

  function write(name: string, report: SavedReport): string {
    const path = join(folder, `${name}.html`)
    writeFileSync(path, htmlReport(report))
    return pathToFileURL(path).href
  }

  const pages: Record<string, string> = {}
  beforeAll(async () => {
    if (typeof tools === 'string') return
    Object.assign(pages, {
      failing: write('failing', await failing()),
      hostile: write('hostile', { ...saved, notRun: ['HF-XML-001'] }),
      good: write('good', ended(suite.slice(0, 30).map(() => 'pass'))),
      empty: write('empty', ended([], { unreachable: 'nothing listens there', isInterrupted: true, notRun: ['HF-XML-001'] })),
    })
    browser = await tools.launch()
  })
  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true })
  })

  /** Anything that the browser complains of, and anything that it fetches, is a fault. */
  async function opened(name: string, options: object = {}): Promise<{ page: Page; close: () => Promise<void> }> {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options })
    const page = await context.newPage()
    page.on('console', (message) => message.type?.() === 'error' && faults.push(message.text?.() ?? ''))
    page.on('pageerror', (error) => faults.push(error.message === undefined ? 'an error' : JSON.stringify(error.message)))
    page.on('dialog', () => faults.push('a dialog'))
    page.on('request', (request) => request.url?.().startsWith('file:') || faults.push(`asks for ${request.url?.()}`))
    faults.length = 0
    await page.goto(pages[name] ?? '')
    return { page, close: () => context.close() }
  }

  const shown = (page: Page) => page.evaluate<number>(`document.querySelectorAll('.result:not([hidden])').length`)
  const openAll = (page: Page) => page.evaluate(`for (const one of document.querySelectorAll('details')) one.open = true`)
  const settled = (page: Page) => page.evaluate('new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50)))')

  it('runs nothing that a server answered, asks no network, and shows it as it was', async () => {
    const { page, close } = await opened('hostile')
    await page.locator('#all').click()
    await openAll(page)
    await settled(page)
    await openAll(page)
    await settled(page)
    expect(await page.evaluate('globalThis.hacked ?? "not"')).toBe('not')
    expect(await page.evaluate(`document.querySelectorAll('img, main svg[onload], script').length`)).toBe(2)
    const said = await page.evaluate<string>(`document.querySelector('.exchanges').textContent`)
    for (const words of ['<img src=x onerror="globalThis.hacked = 1">', '<!--<script>']) expect(said).toContain(words)
    expect(await page.evaluate<string>(`document.querySelector('.actual pre').textContent`)).toContain(hostile)
    expect(faults).toEqual([])
    await close()
  })

  it('decodes tokens without their signatures, and says when they end', async () => {
    const { page, close } = await opened('hostile')
    await page.locator('.result:not([hidden]) summary').first().click()
    await settled(page)
    const token = await page.locator('.token').first().innerText()
    expect(token).toMatch(/Token sha256:[0-9a-f]{8} sent by the client; its signature is left out/)
    expect(token).toContain('"exp": 1800000000,  ← 2027-01-15T08:00:00Z')
    expect(token).toContain('"nhs": "…018"')
    await close()
  })

  it('shows first what did not pass; words, outcome, level and area narrow it; nothing is lost on the way back', async () => {
    const { page, close } = await opened('failing')
    const all = await page.locator('.result').count()
    const open = await page.evaluate<number>(
      `document.querySelectorAll('.result:is([data-outcome=fail],[data-outcome=error],[data-outcome=warn],[data-outcome=skip])').length`,
    )
    expect(await shown(page)).toBe(open)
    expect(open).toBeLessThan(all)
    await page.locator('.pill.warn').click()
    await page.locator('.pill.error').click()
    expect(await shown(page)).toBe(await page.locator('.result[data-outcome=fail]').count())
    await page.evaluate(`(level.value = 'GATE', level.dispatchEvent(new Event('input')))`)
    expect(await shown(page)).toBe(await page.locator('.result[data-outcome=fail][data-level=GATE]').count())
    await page.locator('#all').click()
    expect(await shown(page)).toBe(all)
    await page.locator('button.area[data-area=scopes]').click()
    expect(await shown(page)).toBe(await page.locator('.result[data-area=scopes]').count())
    expect(await page.locator('#shown').textContent()).toMatch(/^\d+ of \d+ shown\.$/)
    await page.keyboard.press('/')
    await page.keyboard.type('hf-scp nowhere')
    expect(await shown(page)).toBe(0)
    await page.keyboard.press('Escape')
    expect(await shown(page)).toBeGreaterThan(0)
    expect(faults).toEqual([])
    await close()
  })

  it('is worked by keys alone', async () => {
    const { page, close } = await opened('failing')
    const focused = () => page.evaluate<string>(`document.activeElement.closest('details')?.id ?? document.activeElement.id`)
    const [first, second] = await page.evaluate<string[]>(
      `[...document.querySelectorAll('.result:not([hidden]) > details')].slice(0, 2).map((one) => one.id)`,
    )
    await page.keyboard.press('j')
    expect(await focused()).toBe(first)
    await page.keyboard.press('j')
    expect(await focused()).toBe(second)
    await page.keyboard.press('k')
    await page.keyboard.press('Enter')
    await settled(page)
    expect(await page.evaluate(`document.getElementById('${first}').open`)).toBe(true)
    expect(await page.locator(`[id="${first}"] .exchange`).count()).toBeGreaterThan(0)
    await page.keyboard.press('Escape')
    expect(await page.evaluate(`document.getElementById('${first}').open`)).toBe(false)
    await page.keyboard.press('/')
    await page.keyboard.type('j?')
    expect(await page.evaluate(`document.getElementById('find').value`)).toBe('j?')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    expect(await page.evaluate(`document.getElementById('keys').open`)).toBe(true)
    await close()
  })

  it('opens what an address names, also what the filter hides', async () => {
    const { page, close } = await opened('failing')
    const hidden = await page.evaluate<string>(`document.querySelector('.result[hidden] > details').id`)
    await page.evaluate(`location.hash = '#${hidden}'`)
    await settled(page)
    expect(
      await page.evaluate(`document.getElementById('${hidden}').open && document.getElementById('${hidden}').checkVisibility()`),
    ).toBe(true)
    await close()
  })

  it('is printed with what did not pass opened, and without its tools', async () => {
    const { page, close } = await opened('hostile')
    await page.evaluate(`window.dispatchEvent(new Event('beforeprint'))`)
    expect(await page.evaluate(`document.querySelectorAll('.result > details[open] .exchange').length`)).toBe(8)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.toolbar').isVisible()).toBe(false)
    expect((await page.pdf()).length).toBeGreaterThan(10_000)
    await page.evaluate(`window.dispatchEvent(new Event('afterprint'))`)
    expect(await page.evaluate(`document.querySelectorAll('.result > details[open]').length`)).toBe(0)
    await close()
  })

  it.each([
    ['failing', 375, 'light'],
    ['failing', 1440, 'dark'],
    ['hostile', 768, 'dark'],
    ['hostile', 768, 'light'],
    ['empty', 375, 'light'],
    ['good', 1440, 'dark'],
  ])(
    'gives axe nothing to find: %s at %i, %s',
    async (name, width, colorScheme) => {
      if (typeof tools === 'string') return
      const { page, close } = await opened(name, { viewport: { width, height: 900 }, colorScheme, bypassCSP: true })
      await page.evaluate(
        `for (const one of [...document.querySelectorAll('.result:not([hidden]) > details')].slice(0, 4)) one.open = true`,
      )
      await settled(page)
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0)
      await page.evaluate(`${tools.axe}; undefined`)
      const violations = await page.evaluate<unknown[]>(
        `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map(({ html, failureSummary }) => html.slice(0, 200) + failureSummary)]))`,
      )
      expect(violations).toEqual([])
      await close()
    },
    60_000,
  )
})
