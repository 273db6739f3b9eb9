// The elements and attributes of FHIR's narrative, and what their values may be (R4 narrative.html; HTML 4.0 chapters 7 to 11 and 15).

/** Says what is wrong and never what stands there. */
export interface NarrativeFault {
  readonly id: 'narrative-invalid' | 'narrative-unsafe'
  readonly text: string
}

/** Names that narrative may not have are not repeated, but for those that everybody knows. */
export function elementFault(name: string, isRoot: boolean): NarrativeFault | undefined {
  if (isRoot ? name === 'div' : elements.has(name)) return undefined
  const local = name.slice(name.indexOf(':') + 1).toLowerCase()
  if (activeElements.has(local)) return { id: 'narrative-unsafe', text: `holds active content (${local})` }
  const text = isRoot ? 'must be one div element' : 'txt-1: holds an element that narrative may not have'
  return { id: 'narrative-invalid', text }
}

/** `value` with its entities replaced. */
export function attributeFault(element: string, name: string, value: string): NarrativeFault | undefined {
  if (/^on/i.test(name)) return { id: 'narrative-unsafe', text: 'holds active content (an event handler)' }
  if (name === 'xmlns')
    return value === xhtml ? undefined : { id: 'narrative-invalid', text: 'names another namespace than XHTML' }
  if (isUnsafeUrl(element, name, value))
    return { id: 'narrative-unsafe', text: 'holds a link that may run code or is not allowed' }
  if (name === 'style' && isUnsafeStyle(value)) {
    return { id: 'narrative-unsafe', text: 'holds a style that loads, runs or hides something' }
  }
  const isAllowed = attributes.has(name) || (own[element]?.has(name) ?? false)
  return isAllowed ? undefined : { id: 'narrative-invalid', text: 'txt-1: holds an attribute that narrative may not have' }
}

const xhtml = 'http://www.w3.org/1999/xhtml'

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}

/** Without section 9.4 (ins, del) and without the deprecated ones. */
const elements = words(
  'div p br hr span bdo h1 h2 h3 h4 h5 h6 address pre blockquote q a img map area ' +
    'em strong dfn code samp kbd var cite abbr acronym sub sup tt i b big small ' +
    'ul ol li dl dt dd table caption thead tfoot tbody colgroup col tr th td',
)

const activeElements = words(
  'script noscript template iframe frame frameset object embed applet form input button select textarea option link meta base svg ' +
    'math style head body html title audio video source portal xmp plaintext',
)

const attributes = words(
  'id class style title lang xml:lang dir accesskey tabindex ' +
    'span width align valign char charoff abbr axis headers scope rowspan colspan',
)

const own: Readonly<Record<string, ReadonlySet<string>>> = Object.assign(Object.create(null), {
  a: words('href name charset type hreflang rel rev shape coords'),
  img: words('src alt longdesc height border usemap ismap'),
  map: words('name'),
  area: words('shape coords href nohref alt'),
  blockquote: words('cite'),
  q: words('cite'),
  pre: words('xml:space'),
  table: words('summary border frame rules cellspacing cellpadding'),
  td: words('nowrap'),
  th: words('nowrap'),
})

const urls = words('href src cite longdesc usemap action formaction xlink:href background data poster srcdoc')
const schemes = words('http https mailto tel sms ftp urn')
/** Not SVG, which can hold scripts. */
const image = /^data:image\/(?:png|jpeg|gif|bmp|webp);base64,[A-Za-z0-9+/=\s]*$/i

/** Browsers leave out the control characters and spaces in front, and every tab and line break. */
function isUnsafeUrl(element: string, name: string, value: string): boolean {
  // oxlint-disable-next-line no-control-regex -- as a browser does
  const url = value.replace(/[\t\n\r]/g, '').replace(/^[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\u2060\ufeff]+/, '')
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(url)?.[1]?.toLowerCase()
  // Even where no link belongs: a reader of HTML may know the attribute.
  if (!urls.has(name)) return !attributes.has(name) && (scheme === 'javascript' || scheme === 'vbscript')
  if (scheme === undefined || schemes.has(scheme)) return false
  return !(element === 'img' && name === 'src' && image.test(value))
}

/** An escape or a comment can hide any of the words; narrative needs neither. */
function isUnsafeStyle(style: string): boolean {
  return /\\|\/\*|url\s*\(|expression|script:|behaviou?r|-moz-binding|@import|image-set|[<>]/i.test(style)
}
