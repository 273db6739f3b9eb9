// What is required of a product that pulls tasks and care plans, and answers them.

import { at, isRecord } from '../../json.ts'
import { fhir, homeFirst, smart } from '../../sources.ts'
import { unknownExtension } from '../people.ts'
import { cursorParameter } from '../records.ts'
import { fail, isLeftAlone, isSettled, notSeen, part, pass, secondsOf, waiting, worst } from '../requirement.ts'
import type { RequestSeen, Watch } from '../seen.ts'
import { isForeign } from './authority.ts'
import { foreignRequests, requests, tries } from './fhir-log.ts'

const side = { packs: ['puller'] } as const

const addressOf = (one: RequestSeen, { base }: Watch): string => (one.path.startsWith('?') ? base : `${base}/`) + one.path

/** By it a page is known, whatever else was made of its address. */
const cursorOf = (url = ''): string | undefined => /[?&]_cursor=([\w-]+)/.exec(url)?.[1]

const updates = (watch: Watch): readonly RequestSeen[] =>
  requests(watch, side).filter(({ method, before }) => method === 'PUT' && before !== undefined)

const extensionsIn = (value: unknown): number => JSON.stringify(value ?? null).split(`"${unknownExtension}"`).length - 1

export const puller = part({ role: 'receiver', area: 'puller', ...side }, [
  {
    id: 'HF-RCV-001',
    level: 'MUST',
    title: 'follows the next links to the last page',
    statement: fhir('http#paging', 'The client must use the server supplied links in order to traverse the pages.'),
    toSee: 'search Task by owner, or CarePlan of the person `paged`: both fill several pages',
    kills: ['puller-first-page'],
    judge(watch) {
      const made = requests(watch, side)
      const offers = made.filter(({ told }) => told?.next !== undefined && !isForeign(told.next, watch))
      return worst(
        offers.map((one) => {
          const tried = made.filter((other) => other.atMs >= one.atMs && cursorOf(other.path) === cursorOf(one.told?.next))
          // A token may end between two pages: then the page comes at the second attempt.
          const next = tried.find(({ status }) => status === 200) ?? tried[0]
          if (next)
            return next.told?.next === undefined && next.status === 200
              ? pass('the last page was fetched', one, next)
              : notSeen('waiting for the last page')
          const since = one.doneMs ?? one.atMs
          if (!isSettled(watch, since)) return waiting('for the next page')
          return fail(
            'a next page was not fetched',
            'every page to the last',
            `nothing for ${secondsOf(watch.nowMs - since)}`,
            one,
          )
        }),
      )
    },
  },
  {
    id: 'HF-RCV-002',
    level: 'MUST',
    title: 'uses next links as they are, and makes none of its own',
    statement: fhir(
      'http#paging',
      'The links are opaque to the client, have no dictated structure, and only the server understands them.',
    ),
    toSee: 'fetch a second page',
    kills: ['puller-own-links'],
    judge(watch) {
      const made = requests(watch, side)
      const offered = new Set(made.map(({ told }) => told?.next))
      const isPaged = ({ path }: RequestSeen) => /[?&](_cursor|_offset|_page|page|_getpages|_getpagesoffset|_skip)=/.test(path)
      const own = made.find((one) => isPaged(one) && !offered.has(addressOf(one, watch)))
      if (own)
        return fail(
          'a page was asked for by an address that was never offered',
          'the next link, letter for letter',
          'another',
          own,
        )
      const used = made.find((one) => one.path.includes(`${cursorParameter}=`))
      return used ? pass('as it was offered', used) : notSeen()
    },
  },
  {
    id: 'HF-RCV-003',
    level: 'SHOULD',
    title: 'does not follow a next link to another host',
    statement: smart('backend-services', 'SHOULD NOT blindly follow such references'),
    toSee: 'search CarePlan of the person `elsewhere`, and wait',
    kills: ['puller-follows-elsewhere'],
    judge(watch) {
      const came = foreignRequests(watch).find(({ method, hasSecret }) => method !== 'POST' && !hasSecret)
      if (came) return fail('a next link to another host was followed', 'nothing', 'a request without a token', came)
      const tempted = requests(watch, side).find(({ told }) => isForeign(told?.next, watch))
      // Whoever sends a token there is told so by the rule about tokens.
      if (!tempted || foreignRequests(watch).length > 0) return notSeen()
      return isLeftAlone(watch, tempted.doneMs ?? tempted.atMs)
        ? pass('nothing came to the other host', tempted)
        : waiting('whether the link is followed')
    },
  },
  {
    id: 'HF-RCV-004',
    level: 'MUST',
    title: 'updates with If-Match and the ETag that it read',
    statement: fhir('http#concurrency', 'it submits the request with an If-Match header that quotes the ETag from the server'),
    toSee: 'update a Task',
    kills: ['puller-no-if-match'],
    judge(watch) {
      const made = updates(watch)
      const bad = made.find(({ headers }) => headers['if-match'] === undefined)
      if (bad)
        return fail('an update came without If-Match', 'If-Match with the ETag of the version that was read', 'no If-Match', bad)
      const good = made.find(({ status }) => status === 200)
      return good ? pass(good.headers['if-match'] ?? '', good) : notSeen()
    },
  },
  {
    id: 'HF-RCV-005',
    level: 'MUST',
    title: 'keeps what it does not know in what it updates',
    statement: homeFirst(
      'simulate',
      'Whoever updates a resource sends back all of it, with the extensions that it does not know.',
    ),
    toSee: 'update the Task of the person `extended`',
    kills: ['puller-drops-extension'],
    judge(watch) {
      const made = updates(watch).filter(({ before }) => extensionsIn(before) > 0)
      const bad = made.find(({ before, json }) => extensionsIn(json) < extensionsIn(before) || lost(before, json).length > 0)
      if (bad)
        return fail(
          'an update lost what it did not know',
          `${extensionsIn(bad.before)} extensions`,
          `${extensionsIn(bad.json)}; missing: ${lost(bad.before, bad.json).join(', ') || 'an extension'}`,
          bad,
        )
      return made[0] ? pass('all of it came back', made[0]) : notSeen()
    },
  },
  {
    id: 'HF-RCV-006',
    level: 'MUST',
    title: 'reads again after 412 before it updates again',
    statement: homeFirst('simulate', 'After 412 the resource is read again, and the change made to what is there now.'),
    toSee: 'update the Task of the person `stale`',
    kills: ['puller-overwrites', 'puller-drops-change'],
    judge(watch) {
      const made = requests(watch, side)
      return worst(
        made
          .filter(({ method, status }) => method === 'PUT' && status === 412)
          .map((one) => {
            const since = one.doneMs ?? one.atMs
            const path = one.path.split('?')[0]
            const again = made.find((other) => other.method === 'PUT' && other.atMs > since && other.path.split('?')[0] === path)
            if (!again)
              return isSettled(watch, since)
                ? fail(
                    'the change was given up',
                    'a read, and another update',
                    `nothing for ${secondsOf(watch.nowMs - since)}`,
                    one,
                  )
                : waiting('for another update')
            const etag = again.headers['if-match']
            if (etag === undefined || etag === one.headers['if-match'])
              return fail(
                'it was sent again without having been read',
                'If-Match with the new ETag',
                etag ?? 'no If-Match',
                one,
                again,
              )
            const hidden = lost(again.before, again.json)
            return hidden.length > 0
              ? fail(
                  'the other’s change was undone',
                  'the change made to what is there now',
                  `missing: ${hidden.join(', ')}`,
                  one,
                  again,
                )
              : pass('read and changed again', one, again)
          }),
      )
    },
  },
  {
    id: 'HF-RCV-007',
    level: 'SHOULD',
    title: 'does not ask again for what is gone',
    statement: homeFirst('simulate', '410 says that it was deleted: it is not asked for again.'),
    toSee: 'read the CarePlan of the person `gone` (its Task refers to it), and wait',
    kills: ['puller-asks-for-gone'],
    judge: (watch) =>
      worst(
        tries(watch, side).map(([first, ...again]) => {
          if (first.status !== 410 || first.path.includes(cursorParameter)) return notSeen()
          if (again.length > 1)
            return fail(
              'it was asked for again and again',
              'once, or once more',
              `${again.length + 1} times`,
              first,
              ...again.slice(0, 2),
            )
          return isLeftAlone(watch, first.doneMs ?? 0) ? pass('it was left', first) : waiting('whether it is asked for again')
        }),
      ),
  },
  {
    id: 'HF-RCV-008',
    level: 'SHOULD',
    title: 'writes no NHS number into an address',
    statement: homeFirst(
      'simulate',
      'Addresses end in logs: a person is looked for by POST [type]/_search, never by an NHS number in an address.',
    ),
    toSee: 'search, or read',
    kills: ['puller-number-in-url'],
    judge(watch) {
      const made = requests(watch, side)
      const bad = made.find(({ leaks }) => leaks.includes('NHS number in URL'))
      if (bad)
        return fail('an address holds an NHS number', 'POST [type]/_search, or a reference', 'the number in the address', bad)
      const good = made.find(({ status }) => status === 200)
      return good ? pass('none', good) : notSeen()
    },
  },
  {
    id: 'HF-RCV-009',
    level: 'MUST',
    title: 'asks for FHIR by its media type, and sends it under it',
    statement: fhir('http#mime-type', 'The correct mime type SHALL be used by clients and servers'),
    toSee: 'search, or read, and update',
    kills: ['puller-mime'],
    judge(watch) {
      const made = requests(watch, side)
      const isRight = ({ method, headers }: RequestSeen) =>
        method === 'PUT'
          ? /^application\/fhir\+(json|xml)/i.test(headers['content-type'] ?? '')
          : /fhir\+(json|xml)|application\/(json|\*)|\*\/\*/i.test(headers['accept'] ?? '*/*')
      const bad = made.find((one) => !isRight(one))
      if (bad)
        return fail(
          'another media type',
          'application/fhir+json or application/fhir+xml',
          bad.headers[bad.method === 'PUT' ? 'content-type' : 'accept'] ?? 'none',
          bad,
        )
      return made[0] ? pass('by its media type', made[0]) : notSeen()
    },
  },
])

/** Elements that were there and are not, or lists that are shorter; the gateway's own `meta` aside. */
function lost(before: unknown, after: unknown): readonly string[] {
  if (!isRecord(before) || !isRecord(after)) return []
  return Object.keys(before).filter(
    (name) => name !== 'meta' && (after[name] === undefined || at(after, name).length < at(before, name).length),
  )
}
