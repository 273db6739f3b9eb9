// Text as it may stand in an attribute of XML, or between tags.

/**
 * Line ends and tabs in an attribute are written by number, because a reader would make spaces of them (XML 1.0 §3.3.3). What XML
 * 1.0 has no character for, which no FHIR string may hold, becomes U+FFFD.
 */
export function escaped(text: string, where: 'attribute' | 'text' = 'attribute'): string {
  if (!special.test(text)) return text.isWellFormed() ? text : text.toWellFormed()
  const isAttribute = where === 'attribute'
  return text.toWellFormed().replaceAll(specials, (character) => {
    const named = entities[character]
    if (named !== undefined) return named
    if (character === '\r') return '&#13;'
    if (character === '"') return isAttribute ? '&quot;' : character
    if (character === '\n' || character === '\t') return isAttribute ? `&#${character.charCodeAt(0)};` : character
    return '\ufffd'
  })
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const specials = /[&<>"\u0000-\u001f\ufffe\uffff]/g
const special = new RegExp(specials.source)
