// Archives from strangers: their files, or what is wrong with them, within limits and without a throw.

import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maxUnpacked, unpacked } from '../../../profiles/packages/archive.ts'
import { tar, tgz } from './tar.ts'

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes)
const read = (bytes: Uint8Array) => {
  const { entries, faults } = unpacked('x.tgz', bytes)
  return { files: entries.map((entry) => [entry.path, text(entry.bytes)]), faults: faults.map(({ id }) => id) }
}

describe('an archive', () => {
  it('gives its files, and no folders or links', () => {
    const bytes = tgz(
      { path: 'package/', text: '', kind: '5' },
      { path: 'package/a.json', text: '{"a":1}' },
      { path: 'package/link.json', text: '', kind: '2' },
      { path: 'b.json', prefix: 'package/example', text: 'x'.repeat(1024) },
    )
    expect(read(bytes)).toEqual({
      files: [
        ['package/a.json', '{"a":1}'],
        ['package/example/b.json', 'x'.repeat(1024)],
      ],
      faults: [],
    })
  })

  it('gives long names, in both ways of writing them', () => {
    const long = `package/${'n'.repeat(150)}.json`
    const record = ` path=${long}\n`
    const pax = `${record.length + 3}${record}`
    const bytes = tgz(
      { path: 'PaxHeader/x', kind: 'x', text: pax },
      { path: 'short.json', text: '1' },
      { path: '././@LongLink', kind: 'L', text: `${long}\0` },
      { path: 'short.json', text: '2' },
      { path: 'short.json', text: '3' },
    )
    expect(read(bytes).files).toEqual([
      [long, '1'],
      [long, '2'],
      ['short.json', '3'],
    ])
  })

  it('takes a name that climbs out of the package for the name that it is', () => {
    expect(read(tgz({ path: '../../etc/passwd.json', text: '{}' })).files).toEqual([['../../etc/passwd.json', '{}']])
  })

  it.each<[string, Uint8Array, string]>([
    ['that is no gzip', Buffer.from('not an archive'), 'archive-unreadable'],
    ['that is cut off', tgz({ path: 'a.json', text: 'x'.repeat(10_000) }).subarray(0, 60), 'archive-unreadable'],
    [
      'whose content is cut off',
      gzipSync(tar({ path: 'a.json', text: 'x'.repeat(2000) }).subarray(0, 1024)),
      'archive-unreadable',
    ],
    ['whose header does not add up', gzipSync(tar({ path: 'a.json', text: 'x' }).fill(65, 0, 3)), 'archive-unreadable'],
    ['that unfolds beyond measure', gzipSync(Buffer.alloc(maxUnpacked + 512)), 'archive-unreadable'],
  ])('names one %s', (_, bytes, fault) => {
    expect(read(bytes).faults).toEqual([fault])
  })

  it('never throws', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 1500 }), fc.nat(1500), (noise, at) => {
        const bytes = Buffer.from(tar({ path: 'package/a.json', text: 'x'.repeat(600) }))
        bytes.set(noise.subarray(0, bytes.length - at), at)
        expect(Array.isArray(unpacked('x.tgz', gzipSync(bytes)).faults)).toBe(true)
        expect(unpacked('x.tgz', noise).entries).toEqual([])
      }),
    )
  })
})
