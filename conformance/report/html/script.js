// What the HTML report does in a browser: filter, keys, and drawing what was said when a result is opened.

/**
 * Its text goes into the page, so that it names nothing from outside; the functions within are short. Everything that a server said
 * becomes text nodes: there is no innerHTML.
 */
export function page() {
  const report = JSON.parse(document.getElementById('report').textContent)
  const byId = new Map(report.results.map((result) => [result.id, result]))
  const items = [...document.querySelectorAll('.result')]
  const groups = [...document.querySelectorAll('.group')]
  const find = document.getElementById('find')
  const level = document.getElementById('level')
  const area = document.getElementById('area')
  const pills = [...document.querySelectorAll('.pill')]
  const keys = document.getElementById('keys')
  const isOpen = (result) => result.outcome !== 'pass' && result.outcome !== 'omit'
  const texts = new Map(items.map((item) => [item, textOf(byId.get(item.firstElementChild.id))]))

  start()

  function start() {
    document.querySelector('.toolbar').hidden = false
    document.querySelector('.toolbar').addEventListener('submit', (event) => event.preventDefault())
    for (const pill of pills) {
      if (report.results.some(isOpen) && isOpen({ outcome: pill.dataset.outcome })) press(pill, true)
      pill.addEventListener('click', () => (press(pill, !isPressed(pill)), filter()))
    }
    for (const field of [find, level, area]) field.addEventListener('input', filter)
    for (const button of document.querySelectorAll('button.area'))
      button.addEventListener('click', () => showArea(button.dataset.area))
    document.getElementById('all').addEventListener('click', showAll)
    document.getElementById('open').addEventListener('click', openShown)
    document.getElementById('help').addEventListener('click', () => keys.showModal())
    for (const block of document.querySelectorAll('.copied')) block.append(copyButton(block.textContent))
    for (const { firstElementChild: details } of items) details.addEventListener('toggle', () => details.open && draw(details))
    document.addEventListener('keydown', onKey)
    window.addEventListener('beforeprint', beforePrint)
    window.addEventListener('afterprint', afterPrint)
    window.addEventListener('hashchange', openHash)
    filter()
    openHash()
  }

  function press(pill, pressed) {
    pill.setAttribute('aria-pressed', String(pressed))
  }

  function isPressed(pill) {
    return pill.getAttribute('aria-pressed') === 'true'
  }

  function textOf({
    id,
    title,
    area: name,
    reason = '',
    expected = '',
    actual = '',
    statement,
    assertions = [],
    exchanges = [],
  }) {
    const said = exchanges.map(({ method, url, status }) => `${method} ${url} ${status}`)
    return [id, title, name, reason, expected, actual, statement.source, statement.quote, ...assertions, ...said]
      .join('\n')
      .toLowerCase()
  }

  function filter() {
    const words = find.value.toLowerCase().split(/\s+/).filter(Boolean)
    const pressed = pills.filter(isPressed).map((pill) => pill.dataset.outcome)
    const fits = (item) =>
      (pressed.length === 0 || pressed.includes(item.dataset.outcome)) &&
      (level.value === '' || item.dataset.level === level.value) &&
      (area.value === '' || item.dataset.area === area.value) &&
      words.every((word) => texts.get(item).includes(word))
    for (const item of items) item.hidden = !fits(item)
    for (const group of groups) group.hidden = !group.querySelector('.result:not([hidden])')
    for (const button of document.querySelectorAll('button.area'))
      button.setAttribute('aria-pressed', String(button.dataset.area === area.value))
    const shown = items.filter((item) => !item.hidden).length
    document.getElementById('shown').textContent =
      shown === items.length ? `All ${shown} shown.` : `${shown} of ${items.length} shown.`
    document.getElementById('all').hidden = shown === items.length
  }

  function showAll() {
    for (const field of [find, level, area]) field.value = ''
    for (const pill of pills) press(pill, false)
    filter()
  }

  function showArea(name) {
    const isNew = area.value !== name
    showAll()
    area.value = isNew ? name : ''
    filter()
    if (isNew) document.getElementById('results').scrollIntoView()
  }

  function openShown() {
    for (const item of items) if (!item.hidden) item.firstElementChild.open = true
  }

  function openHash() {
    const details = document.getElementById(decodeURIComponent(location.hash.slice(1)))
    if (details?.tagName !== 'DETAILS') return
    if (details.parentElement.hidden) showAll()
    details.open = true
    details.firstElementChild.focus()
    details.scrollIntoView()
  }

  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return
    const isTyping = event.target.matches('input, select, textarea')
    if (event.key === 'Escape' && isTyping) return leave(event.target)
    if (isTyping) return
    if (event.key === '/') return act(event, () => (find.focus(), find.select()))
    if (event.key === '?') return act(event, () => keys.showModal())
    if (event.key === 'j') return act(event, () => step(1))
    if (event.key === 'k') return act(event, () => step(-1))
    if (event.key === 'Escape') closeNearest(event.target)
  }

  function act(event, action) {
    event.preventDefault()
    action()
  }

  function leave(field) {
    field.value = ''
    field.blur()
    filter()
  }

  function closeNearest(element) {
    const details = element.closest('.result > details')
    if (!details?.open) return
    details.open = false
    details.firstElementChild.focus()
  }

  function step(by) {
    const shown = items.filter((item) => !item.hidden)
    const at = shown.indexOf(document.activeElement?.closest('.result'))
    const next = shown[at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1)]
    if (!next) return
    next.firstElementChild.firstElementChild.focus()
    next.scrollIntoView({ block: 'nearest' })
  }

  const openedForPrint = []

  /** On paper nobody can open anything: what did not pass is printed whole. */
  function beforePrint() {
    for (const { hidden, dataset, firstElementChild: details } of items) {
      if (hidden || details.open || !isOpen(dataset)) continue
      openedForPrint.push(details)
      details.open = true
      draw(details)
    }
  }

  function afterPrint() {
    for (const details of openedForPrint.splice(0)) details.open = false
  }

  function draw(details) {
    const place = details.querySelector('.exchanges')
    if (!place || place.dataset.drawn) return
    place.dataset.drawn = 'yes'
    const { exchanges } = byId.get(details.id)
    exchanges.forEach((exchange, i) => place.append(exchangeOf(exchange, i, i === exchanges.length - 1)))
  }

  function exchangeOf(exchange, index, isLast) {
    const { method, url, status, error, durationMs } = exchange
    const answer = error ?? (status === 0 ? 'acknowledged' : String(status))
    const summary = make('summary', '', [
      make('span', 'number', `${index + 1}`),
      make('span', 'method', method),
      make('span', 'url', url),
      make('span', `status s${String(status ?? 0)[0]}`, answer),
      make('span', 'took', `${durationMs} ms`),
    ])
    const details = make('details', 'exchange', [summary])
    details.addEventListener(
      'toggle',
      () => details.open && details.childElementCount === 1 && details.append(...partsOf(exchange, isLast)),
    )
    details.open = isLast
    if (isLast) details.append(...partsOf(exchange, true))
    return details
  }

  /** The last one's curl line stands above already. */
  function partsOf(exchange, isLast) {
    const { requestHeaders, requestBody, responseHeaders, responseBody, curl } = exchange
    return [
      make('div', 'sides', [
        sideOf('Request', requestHeaders, requestBody),
        sideOf('Answer', responseHeaders ?? {}, responseBody),
      ]),
      ...tokensOf(exchange),
      ...(isLast ? [] : [make('div', 'copied', [block(curl, 'A curl line'), copyButton(curl)])]),
    ]
  }

  function sideOf(name, headers, body) {
    const rows = Object.entries(headers).map(([key, value]) => make('div', '', [make('dt', '', key), make('dd', '', value)]))
    return make('section', 'side', [
      make('h5', '', name),
      ...(rows.length > 0 ? [make('dl', 'headers', rows)] : []),
      ...(body ? [block(pretty(body, headers), `${name}: body`)] : [make('p', 'aside', 'no body')]),
    ])
  }

  function tokensOf({ tokens = [], assertion }) {
    const all = tokens.length > 0 ? tokens : assertion ? [{ digest: 'client assertion', sentBy: 'client', ...assertion }] : []
    return all.map(({ digest, sentBy, header, claims }) =>
      make('section', 'token', [
        make('h5', '', [`Token ${digest} `, make('span', 'aside', `sent by the ${sentBy}; its signature is left out`)]),
        make('div', 'sides', [
          make('div', 'side', [
            make('p', 'aside', 'header'),
            block(JSON.stringify(header, undefined, 2) ?? '(no JSON)', 'Token: header'),
          ]),
          make('div', 'side', [make('p', 'aside', 'claims'), block(claimsText(claims), 'Token: claims')]),
        ]),
      ]),
    )
  }

  /** Times of a token are seconds, which nobody reads. */
  function claimsText(claims) {
    const text = JSON.stringify(claims, undefined, 2) ?? '(no JSON)'
    return text.replaceAll(/^( {2}"(?:exp|iat|nbf|auth_time)": (\d{9,10}),?)$/gm, (_, line, seconds) => {
      return `${line}  ← ${new Date(seconds * 1000).toISOString().replace('.000', '')}`
    })
  }

  /** JSON indented, forms a parameter to a line; what was cut short stays as it is. */
  function pretty(text, headers) {
    try {
      if (/urlencoded/.test(headers['content-type'] ?? ''))
        return text
          .split('&')
          .map((one) => decodeURIComponent(one.replaceAll('+', ' ')))
          .join('\n')
      return JSON.stringify(JSON.parse(text), undefined, 2)
    } catch {
      return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    }
  }

  function block(text, name) {
    const pre = make('pre', '', text)
    pre.tabIndex = 0
    pre.setAttribute('role', 'group')
    pre.setAttribute('aria-label', name)
    return pre
  }

  function copyButton(text) {
    const button = make('button', 'copy', 'Copy')
    button.type = 'button'
    button.hidden = !navigator.clipboard
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(text).then(
        () => (button.textContent = 'Copied'),
        () => (button.textContent = 'Not allowed'),
      )
      setTimeout(() => (button.textContent = 'Copy'), 1500)
    })
    return button
  }

  function make(name, className, content) {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...[content].flat())
    return element
  }
}
