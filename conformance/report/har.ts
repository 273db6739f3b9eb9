// The exchanges of a report as an HTTP Archive (HAR 1.2), which browsers' developer tools open: one page for each requirement.

import { STATUS_CODES } from 'node:http'
import type { SavedExchange, SavedReport, SavedResult } from './saved.ts'

/** Redacted as the report is; what a test that passed said is kept nowhere, and so is not here either. */
export function harReport(report: SavedReport): string {
  const withExchanges = report.results.filter(({ exchanges = [] }) => exchanges.length > 0)
  const log = {
    version: '1.2',
    creator: { name: 'home-first-conformance', version: report.suite?.version ?? report.reportVersion },
    comment:
      'Redacted: tokens are eight characters of their SHA-256, NHS numbers their last three digits. HL7 v2 over MLLP has the method MLLP.',
    pages: withExchanges.map((result) => pageOf(result, report)),
    entries: withExchanges.flatMap((result) => (result.exchanges ?? []).map((one) => entryOf(one, result, report))),
  }
  return `${JSON.stringify({ log }, undefined, 2)}\n`
}

function pageOf({ id, title, outcome, exchanges = [] }: SavedResult, { startedAt }: SavedReport): object {
  return {
    startedDateTime: exchanges[0]?.startedAt ?? startedAt,
    id,
    title: `${id} ${outcome}: ${title}`,
    pageTimings: { onContentLoad: -1, onLoad: -1 },
  }
}

function entryOf(exchange: SavedExchange, { id }: SavedResult, { startedAt }: SavedReport): object {
  const { method, durationMs, error } = exchange
  return {
    pageref: id,
    startedDateTime: exchange.startedAt ?? startedAt,
    time: durationMs,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    // The suite measures an exchange as a whole.
    timings: { send: 0, wait: durationMs, receive: 0 },
    ...(method === 'MLLP' && { comment: 'HL7 v2 over MLLP' }),
    ...(error !== undefined && { _error: error }),
  }
}

function requestOf({ method, url, requestHeaders, requestBody }: SavedExchange): object {
  const mimeType = requestHeaders['content-type'] ?? ''
  return {
    method,
    url,
    httpVersion: method === 'MLLP' ? 'MLLP' : 'HTTP/1.1',
    cookies: [],
    headers: pairs(requestHeaders),
    queryString: pairs(Object.fromEntries(URL.parse(url)?.searchParams ?? [])),
    ...(requestBody !== undefined && { postData: { mimeType, text: requestBody } }),
    headersSize: -1,
    bodySize: -1,
  }
}

/** Status 0 where no answer came, as browsers write it. */
function responseOf({ method, status = 0, responseHeaders = {}, responseBody = '', error }: SavedExchange): object {
  const size = Buffer.byteLength(responseBody)
  return {
    status,
    statusText: error ?? STATUS_CODES[status] ?? '',
    httpVersion: method === 'MLLP' ? 'MLLP' : 'HTTP/1.1',
    cookies: [],
    headers: pairs(responseHeaders),
    content: { size, mimeType: responseHeaders['content-type'] ?? '', text: responseBody },
    redirectURL: responseHeaders['location'] ?? '',
    headersSize: -1,
    bodySize: -1,
  }
}

const pairs = (named: Readonly<Record<string, string>>): readonly object[] =>
  Object.entries(named).map(([name, value]) => ({ name, value }))
