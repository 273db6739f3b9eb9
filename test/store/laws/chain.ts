// Laws of the chains: each process's audit rows follow from each other, whatever fails on the way.

import { describe, expect, it } from 'vitest'
import { follow, headsIn, unchainedIn, type Finding, type Place } from '../../../gateway/audit/chain.ts'
import type { AuditLink, Store } from '../../../gateway/store/store.ts'
import type { Subject } from '../laws.ts'
import { audit, committed, message, write } from '../plans.ts'

/** What does not follow, of all chains. */
export function faultsIn(links: readonly AuditLink[]): readonly Finding[] {
  let place: Place | undefined
  return links.flatMap((link) => {
    const followed = follow(place, link)
    place = followed.place
    return followed.findings
  })
}

const linksOf = async (store: Store) => store.auditLinks(undefined, 10_000)
const actionsOf = (links: readonly AuditLink[]) => links.map(({ values }) => values['action'])

export function chainLaws(subject: Subject): void {
  describe('chains of the audit', () => {
    it('number and link all rows of one process, behind a row that starts the chain', async () => {
      const store = await subject.open(await subject.fresh())
      expect(await linksOf(store)).toEqual([])
      const odd = audit({
        reason: 'a\0b \uD800 “ß” \u{1F469}',
        purpose: 'TREAT',
        practitioner: 'urn:x|1',
        what: ['Task/1', 'Task'],
      })
      await Promise.all(Array.from({ length: 200 }, () => store.commit({ audit: [audit(), audit({ outcome: 'refused' })] })))
      await committed(store, { audit: [odd], writes: [write('Task', 't')] })
      const links = await linksOf(store)
      expect(links.map(({ seq }) => seq)).toEqual(Array.from({ length: 402 }, (_, i) => i + 1))
      expect(new Set(links.map(({ writer }) => writer))).toEqual(new Set([store.writer]))
      expect(actionsOf(links).indexOf('audit-start')).toBe(0)
      expect(links[0] && unchainedIn(links[0])).toBe(0)
      expect(faultsIn(links)).toEqual([])
      expect(await store.auditHeads()).toEqual([{ writer: store.writer, seq: 402, hash: links.at(-1)?.hash, action: 'update' }])
      expect(
        await store.auditHashes([
          { writer: store.writer, seq: 7 },
          { writer: store.writer, seq: 403 },
        ]),
      ).toEqual([links[6]?.hash, undefined])
      expect(await store.unchained()).toBe(0)
      // The rows that the chains write about themselves are nobody's access.
      expect((await store.audits({ limit: 1_000 })).length).toBe(401)
      await store.close()
    })

    it('have no gap where a plan fails, alone or with the whole batch', async () => {
      const store = await subject.open(await subject.fresh())
      await committed(store, { claims: [{ space: 's', key: 'k', holder: 'h' }], audit: [audit({ id: 'first' })] })
      const twice = audit()
      const race = Array.from({ length: 60 }, (_, i) =>
        i % 3 === 0
          ? store.commit({ audit: [audit()] })
          : i % 3 === 1
            ? store.commit({ claims: [{ space: 's', key: 'k', holder: `h${i}` }], audit: [audit()] })
            : store.commit({ audit: [twice] }),
      )
      const settled = await Promise.allSettled(race)
      expect(settled.filter(({ status }) => status === 'rejected').length).toBe(19)
      const links = await linksOf(store)
      expect(links.length).toBe(23)
      expect(faultsIn(links)).toEqual([])
      expect(links.at(-1)?.seq).toBe(23)
      await store.close()
    })

    it('are one for each that is open, and each new one names the heads of the others that nobody has named', async () => {
      const location = await subject.fresh()
      const one = await subject.open(location)
      await committed(one, { audit: [audit()], message: message() })
      const two = await subject.open(location)
      const three = await subject.open(location)
      await committed(two, { audit: [audit()] })
      await committed(three, { audit: [audit()] })
      await Promise.all([one, two, three].map((store) => store.commit({ audit: [audit(), audit()] })))
      const links = await linksOf(one)
      expect(faultsIn(links)).toEqual([])
      const namedBy = (store: Store) =>
        links.flatMap((link) => (link.writer === store.writer ? headsIn(link) : [])).map(({ writer, seq }) => [writer, seq])
      expect(namedBy(one)).toEqual([])
      expect(namedBy(two)).toEqual([[one.writer, 2]])
      // The head of the first stands named already as long as it has not moved on.
      expect(namedBy(three)).toEqual([[two.writer, 2]])
      const heads = new Map((await three.auditHeads()).map((head) => [head.writer, head.seq]))
      expect(heads).toEqual(new Map([one, two, three].map((store) => [store.writer, 4])))
      await Promise.all([one, two, three].map((store) => store.close()))
    })

    it('go on behind the rows that were committed after an attempt that failed', async () => {
      const store = await subject.open(await subject.fresh())
      const known = audit()
      await committed(store, { audit: [known] })
      await expect(store.commit({ audit: [known] })).rejects.toThrow()
      await committed(store, { audit: [audit()] })
      const links = await linksOf(store)
      expect(links.map(({ seq }) => seq)).toEqual([1, 2, 3])
      expect(faultsIn(links)).toEqual([])
      await store.close()
    })

    it('leave out the rows of an earlier version, and say how many there were', async () => {
      const location = await subject.earlier(3)
      const store = await subject.open(location)
      expect(await store.unchained()).toBe(2)
      await committed(store, { audit: [audit()] })
      const links = await linksOf(store)
      expect(links[0] && unchainedIn(links[0])).toBe(2)
      expect(links.length).toBe(2)
      expect((await store.audits({ limit: 10 })).length).toBe(3)
      await store.close()
    })
  })
}
