// A page cut by bytes: how much of it is read at once, and what becomes of it when others write in between.

import { describe, expect, it } from 'vitest'
import { boundedPage, type Found } from '../../gateway/store/bounded-page.ts'

/** Reads of a database that holds texts of these sizes at the first read, at the second, …; and what was asked of it. */
function reading(...states: readonly (readonly number[])[]) {
  const asked: [count: number, longest: number | undefined, given: number][] = []
  const read = (count: number, longest: number | undefined): Promise<readonly Found[]> => {
    const sizes = (states[asked.length] ?? states.at(-1) ?? []).slice(0, count + 1)
    const texts = sizes.map((size) => (longest === undefined || size <= longest ? size : null))
    asked.push([count, longest, texts.reduce<number>((sum, size) => sum + (size ?? 0), 0)])
    return Promise.resolve(sizes.map((bytes, i): Found => ({ row: { bytes, text: texts[i] }, cursor: [i] })))
  }
  return { asked, read }
}

const sizesOf = ({ rows }: { rows: readonly Found[] }) => rows.map(({ row }) => row['bytes'])

describe('a page cut by bytes', () => {
  it('is read once where each text keeps to its share', async () => {
    const { asked, read } = reading([100, 80, 90])
    const page = await boundedPage({ count: 9, bytes: 1000 }, read)
    expect([sizesOf(page), page.next, page.found]).toEqual([[100, 80, 90], undefined, 3])
    expect(asked).toEqual([[9, 100, 270]])
  })

  it('reads at no time more than the bytes and one text besides, however many long ones there are', async () => {
    const { asked, read } = reading(Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 10 : 900)))
    const page = await boundedPage({ count: 200, bytes: 2000 }, read)
    expect([sizesOf(page), page.next, page.found]).toEqual([[10, 900, 900, 10], [3], 201])
    expect(asked.map(([count]) => count)).toEqual([200, 4])
    for (const [, , given] of asked) expect(given).toBeLessThanOrEqual(2000 + 900)
  })

  it('has one that is longer than all may be', async () => {
    const { asked, read } = reading([5000, 10])
    const page = await boundedPage({ count: 5, bytes: 1000 }, read)
    expect([sizesOf(page), page.next]).toEqual([[5000], [0]])
    expect(asked.map(([count, longest]) => [count, longest])).toEqual([
      [5, 166],
      [1, 5000],
    ])
  })

  it('reads once more where longer ones were written in between, and goes on where it then ends', async () => {
    const { asked, read } = reading([600, 300, 10], [4000, 600, 300, 10])
    const page = await boundedPage({ count: 5, bytes: 1000 }, read)
    expect([sizesOf(page), page.next]).toEqual([[4000], [0]])
    expect(asked.map(([count, longest]) => [count, longest])).toEqual([
      [5, 166],
      [3, 1000],
      [1, 4000],
    ])
  })

  it('loses nothing that was there at first where more came before it', async () => {
    const { read } = reading([600, 300], [5, 600, 300])
    const page = await boundedPage({ count: 5, bytes: 1000 }, read)
    expect([sizesOf(page), page.next]).toEqual([[5, 600], [1]])
  })

  it('of no rows reads no text', async () => {
    const { asked, read } = reading([600, 300])
    expect(await boundedPage({ count: 0, bytes: 1000 }, read)).toEqual({ rows: [], found: 1 })
    expect(asked).toEqual([[0, 0, 0]])
  })

  it('is read as it is where no bytes are asked for', async () => {
    const { asked, read } = reading([600, 300, 200])
    expect(sizesOf(await boundedPage({ count: 2 }, read))).toEqual([600, 300])
    expect(asked).toEqual([[2, undefined, 1100]])
  })
})
