// Narrative: FHIR's small part of XHTML, and everything that must not come with it.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { narrativeFaults } from '../../profiles/narrative.ts'

const xmlns = 'xmlns="http://www.w3.org/1999/xhtml"'
const within = (content: string) => `<div ${xmlns}>${content}</div>`
const ids = (div: string) => narrativeFaults(div).map(({ id }) => id)

describe('a narrative', () => {
  it.each([
    within('Test'),
    `\n <div\n xmlns='http://www.w3.org/1999/xhtml' class = "x" >Test</div > \n`,
    within(
      '<p class="a" style="color: red; width: 10px" id="x" xml:lang="en-GB" lang="en">a &amp; b &lt; c &#160; &#x2014; &apos;</p><br/><hr />',
    ),
    within(
      '<table border="1" summary="x"><caption>c</caption><thead><tr><th scope="col" colspan="2">a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>',
    ),
    within(
      '<a href="http://example.org/?a=1&amp;b=2">x</a><a href="#y" name="y">y</a><a href="mailto:a@example.org">m</a><a href="Patient/1">p</a><a href="tel:0">t</a>',
    ),
    within('<img src="#pic" alt="a"/><a href="HTTPS://example.org">x</a>'),
    within('<img src="data:image/png;base64,iVBORw0KGgo=" alt="a"/>'),
    within('<img src="http://example.org/a.png"/>'),
    within('<!-- a note -->Test<![CDATA[ and more ]]>'),
    within(
      '<ul><li>1</li></ul><dl><dt>a</dt><dd>b</dd></dl><blockquote cite="http://x.org">q</blockquote><h1>h</h1><pre xml:space="preserve"> x </pre>',
    ),
    within(`<div ${xmlns}>nested</div>`),
    within('<p title="javascript: the good parts">x</p>'),
    within('javascript: is a word, on click = too, and 3 &gt; 2'),
    `<!-- before -->${within('x')}<!-- after -->`,
  ])('is right: %#', (div) => {
    expect(narrativeFaults(div)).toEqual([])
  })

  it.each([
    ['', 'must be one div element'],
    ['   ', 'must be one div element'],
    ['Test', 'has text outside its div'],
    ['<p xmlns="http://www.w3.org/1999/xhtml">x</p>', 'must be one div element'],
    ['<DIV xmlns="http://www.w3.org/1999/xhtml">x</DIV>', 'must be one div element'],
    ['<div>x</div>', 'its div must be in the XHTML namespace (xmlns)'],
    ['<div xmlns="http://www.w3.org/2000/svg">x</div>', 'names another namespace than XHTML'],
    [`${within('x')}<p>y</p>`, 'has more than one element at its top'],
    [`${within('x')}tail`, 'has text outside its div'],
    [within(''), 'txt-2: has no content'],
    [within(' \n<p> &#160; <!-- only this --></p>'), 'txt-2: has no content'],
    [`<div ${xmlns}/>`, 'txt-2: has no content'],
    [within('<p>x'), 'closes an element that is not open'],
    [`<div ${xmlns}><p>x</p>`, 'ends before its elements are closed'],
    [within('<b><i>x</b></i>'), 'closes an element that is not open'],
    [within('<p>x</P>'), 'closes an element that is not open'],
    [within('a & b'), 'holds an entity that XML does not have, or an ampersand by itself'],
    [within('&nbsp;'), 'holds an entity that XML does not have, or an ampersand by itself'],
    [within('&#0;x'), 'holds an entity that XML does not have, or an ampersand by itself'],
    [within('&#xD800;'), 'holds an entity that XML does not have, or an ampersand by itself'],
    [within('&#1114112;'), 'holds an entity that XML does not have, or an ampersand by itself'],
    [within('a ]]> b'), 'holds the end of a CDATA section that did not begin'],
    [within('3 < 4'), 'holds a tag that is not well formed'],
    [within('<p class=x>y</p>'), 'holds an attribute without a quoted value'],
    [within('<p class>y</p>'), 'holds an attribute without a quoted value'],
    [within('<p class="a<b">y</p>'), 'holds an attribute without a quoted value'],
    [within('<p class="a">y</p class="b">'), 'holds a tag that is not well formed'],
    [within('<p class="a"id="b">y</p>'), 'holds a tag that is not well formed'],
    [within('<p id="a" id="b">y</p>'), 'holds an attribute twice'],
    [within('<?php x ?>y'), 'holds a processing instruction'],
    [within('<!-- a -- b -->y'), 'holds a comment with two hyphens in it'],
    [within('<!-- a'), 'holds a comment or CDATA section that does not end'],
    [within('<font>x</font>'), 'txt-1: holds an element that narrative may not have'],
    [within('<P>x</P>'), 'txt-1: holds an element that narrative may not have'],
    [within('<Testcase>x</Testcase>'), 'txt-1: holds an element that narrative may not have'],
    [within('<p contenteditable="true">x</p>'), 'txt-1: holds an attribute that narrative may not have'],
    [within('<p href="x">x</p>'), 'txt-1: holds an attribute that narrative may not have'],
    [within('<constructor>x</constructor>'), 'txt-1: holds an element that narrative may not have'],
    [within('a\u0000b'), 'holds a character that XML does not have'],
    [within('a\ud800b'), 'holds a character that XML does not have'],
    [within('<é>x</é>'), 'holds a tag that is not well formed'],
  ])('is invalid: %s', (div, text) => {
    expect(narrativeFaults(div)).toEqual([{ id: 'narrative-invalid', text }])
  })

  it.each([
    '<script>alert(1)</script>',
    '<SCRIPT>alert(1)</SCRIPT>',
    '<x:script xmlns:x="http://www.w3.org/1999/xhtml">alert(1)</x:script>',
    '<svg><circle/></svg>',
    '<style>p { color: red }</style>',
    '<link rel="stylesheet" href="http://example.org/a.css"/>',
    '<form action="/x"><input name="y"/></form>',
    '<iframe src="http://example.org"/>',
    '<object data="x"/>',
    '<p onclick="x()">y</p>',
    '<p ONCLICK="x()">y</p>',
    "<p onmadeup='x()'>y</p>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="JaVaScRiPt:alert(1)">x</a>',
    '<a href=" javascript:alert(1)">x</a>',
    '<a href="java\nscript:alert(1)">x</a>',
    '<a href="java&#9;script:alert(1)">x</a>',
    '<a href="&#106;&#x61;vascript&#58;alert(1)">x</a>',
    '<a href="&#x20;&#xA0;javascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a>',
    '<a href="data:text/html,x">x</a>',
    '<a href="data:image/png;base64,AAAA">x</a>',
    '<a href="file:///etc/passwd">x</a>',
    '<a href="blob:http://x">x</a>',
    '<img src="data:image/svg+xml;base64,AAAA"/>',
    '<img src="data:text/html;base64,AAAA"/>',
    '<img src="javascript:x"/>',
    '<img src="x" onerror="y"/>',
    '<q cite="javascript:x">y</q>',
    '<p xlink:href="javascript:x">y</p>',
    '<p style="background: url(http://example.org/x)">y</p>',
    '<p style="background: U\\52L(x)">y</p>',
    '<p style="width: exp/**/ression(x)">y</p>',
    '<p style="width: &#101;xpression(x)">y</p>',
    '<p style="behavior: url(x)">y</p>',
    '<!--><img src="x" onerror="y"/>-->x',
    '<!--[if IE]> x <![endif]-->y',
    '<![CDATA[><img src="x" onerror="y">]]>',
  ])('is unsafe: %s', (content) => {
    const faults = narrativeFaults(within(`Test ${content}`))
    expect(faults.map(({ id }) => id)).toContain('narrative-unsafe')
    for (const { text } of faults) expect(text).not.toMatch(/alert|example|passwd/)
  })

  it('is unsafe where a document type or an entity is declared, and nothing of it is expanded', () => {
    const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY lol${i + 1} "${`&lol${i};`.repeat(10)}">`).join('')
    const div = `<!DOCTYPE div [<!ENTITY lol0 "lol">${laughs}]>${within('&lol9;')}`
    expect(ids(div)).toEqual(['narrative-unsafe', 'narrative-invalid'])
  })

  it('is unsafe where active content follows what is no XML', () => {
    expect(ids(within('a & b <script>x</script>'))).toEqual(['narrative-invalid', 'narrative-unsafe'])
    expect(ids(within('<p class=x/onload=y>'))).toEqual(['narrative-invalid', 'narrative-unsafe'])
  })

  it('has all of its faults listed, each kind once', () => {
    const div = within('<font>a</font><u>b</u><p onclick="x" target="y">c</p><script>d</script>')
    expect(narrativeFaults(div)).toEqual([
      { id: 'narrative-invalid', text: 'txt-1: holds an element that narrative may not have' },
      { id: 'narrative-unsafe', text: 'holds active content (an event handler)' },
      { id: 'narrative-invalid', text: 'txt-1: holds an attribute that narrative may not have' },
      { id: 'narrative-unsafe', text: 'holds active content (script)' },
    ])
  })

  it('may be nested, but not without end', () => {
    const nested = (depth: number) => within(`${'<b>'.repeat(depth)}x${'</b>'.repeat(depth)}`)
    expect(narrativeFaults(nested(99))).toEqual([])
    expect(narrativeFaults(nested(100))).toEqual([{ id: 'narrative-invalid', text: 'is nested deeper than 100 elements' }])
    expect(ids(nested(100_000))).toEqual(['narrative-invalid'])
  })

  it('takes time in proportion to its length, whatever it is', () => {
    const open = `<div ${xmlns}>`
    const pieces = [
      '<',
      '<!--',
      '<![CDATA[',
      '<p ',
      '<p a="',
      '&',
      '&#',
      '&#1',
      '&amp;',
      '<p>',
      '</p>',
      ' on',
      ' ona ',
      '<p a="1" ',
      '"',
      '< ',
      '</ ',
      '<a href="',
      '<p style="/*',
      '\u0000',
      '<!',
      '<b/>',
      '<p\n',
    ]
    const start = performance.now()
    for (const piece of pieces) {
      const long = piece.repeat(Math.ceil(500_000 / piece.length))
      for (const div of [
        open + long,
        long,
        within(long),
        within(`<p class="${long}">x</p>`),
        within(`<a href="${long}">x</a>`),
        `${within('x')}${long}`,
      ])
        narrativeFaults(div)
    }
    expect(performance.now() - start).toBeLessThan(5000)
    const attributes = Array.from({ length: 50_000 }, (_, i) => `a${i}="x"`).join(' ')
    const before = performance.now()
    narrativeFaults(within(`<p ${attributes}>x</p>`))
    expect(performance.now() - before).toBeLessThan(500)
  })

  const piece = fc.constantFrom(
    ...'< > / <div </div> <p> </p> <b> </b> <br/> <script> on click= onclick="x" href=" " \' javascript: &#106; &amp; & ; <!-- --> <![CDATA[ ]]> <? <!DOCTYPE x = - style= url( \u0000'.split(
      ' ',
    ),
    xmlns,
    ' ',
    within('x'),
  )

  it('never makes the reader throw, nor quotes itself', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(piece).map((list) => list.join('')),
      fc.array(piece).map((list) => within(list.join(''))),
    )
    fc.assert(
      fc.property(text, (div) => {
        for (const fault of narrativeFaults(div)) expect(fault.text).toMatch(/^[A-Za-z0-9 :,()-]+$/)
      }),
      { numRuns: 3000 },
    )
  })

  it('that is right holds no active content for a reader of HTML either', () => {
    const text = fc.array(piece, { maxLength: 8 }).map((list) => within(`x${list.join('')}`))
    fc.assert(
      fc.property(text, (div) => {
        if (narrativeFaults(div).length > 0) return
        // As HTML tells tags: none of them is active, and no quoted value is mistaken for one.
        for (const [tag] of div.matchAll(/<[a-z!](?:[^<>"']|"[^"]*"|'[^']*')*>/gi)) {
          expect(tag.replace(/"[^"]*"|'[^']*'/g, '""')).not.toMatch(/^<(?:script|!DOCTYPE)|\son\w*\s*=/i)
          expect(tag).not.toMatch(/href\s*=\s*["']\s*javascript:/i)
        }
      }),
      { numRuns: 3000 },
    )
  })
})

const examples = new URL('../../../shared/data/uk-fhir/uk-core/examples/', import.meta.url)
const isThere = existsSync(examples)
if (!isThere) console.log('skipped: ../shared/data is not here, so the narratives of UK Core are not read')

describe.skipIf(!isThere)('the narratives of UK Core’s examples', () => {
  it('are right', () => {
    const files = readdirSync(examples, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.xml'))
    const divs = files.flatMap((name) =>
      [...readFileSync(new URL(name, examples), 'utf8').matchAll(/<text>[\s\S]*?(<div[\s\S]*?<\/div>)\s*<\/text>/g)].map(
        (match) => [name, match[1] ?? ''] as const,
      ),
    )
    const wrong = divs.flatMap(([name, div]) => narrativeFaults(div).map(({ id, text }) => `${name}: ${id}: ${text}`))
    expect(divs.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })
})
