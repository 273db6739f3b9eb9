// Questions that go to PostgreSQL together: who waits for whom, what comes of a fault, and what a connection holds afterwards.

import { setTimeout } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { readersBy } from '../../gateway/store/postgres-readers.ts'
import { statementNames, type Names } from '../../gateway/store/postgres-prepared.ts'
import { askTogether, type Answers, type Question } from '../../gateway/store/postgres-together.ts'
import type { Row, Value } from '../../gateway/store/script.ts'
import { createDatabase } from '../postgres.database.ts'

const pgUrl = inject('pgUrl')

describe('readers', () => {
  const rowFor = (text: string): readonly Row[] => [{ text }]

  /** Readers over nothing, whose answers come when they are let go. */
  function watched() {
    const batches: string[][] = []
    const open: ((fault?: Error) => void)[] = []
    const together = (questions: readonly Question[]) => {
      batches.push(questions.map(({ text }) => text))
      return new Promise<Answers>((resolve, reject) => {
        open.push((fault) => (fault ? reject(fault) : resolve(questions.map(({ text }) => rowFor(text)))))
      })
    }
    const alone = async (text: string, _values: readonly Value[]) => {
      const [rows = []] = await together([{ text, values: [] }])
      return rows
    }
    return { ask: readersBy(together, alone), batches, letGo: (fault?: Error) => open.splice(0).forEach((end) => end(fault)) }
  }
  const names = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => `q${from + i}`)

  it('ask alone what comes alone, and together what comes together', async () => {
    const { ask, batches, letGo } = watched()
    const first = ask('first', [])
    await setTimeout(1)
    const others = ['second', 'third'].map((text) => ask(text, []))
    await setTimeout(1)
    letGo()
    expect(await Promise.all([first, ...others])).toEqual(['first', 'second', 'third'].map(rowFor))
    expect(batches).toEqual([['first'], ['second', 'third']])
  })

  it('have no more than eight wait for each other, nor more than three connections busy at first', async () => {
    const { ask, batches, letGo } = watched()
    const all = names(0, 30).map((text) => ask(text, []))
    await setTimeout(1)
    expect(batches).toEqual([names(0, 8), names(8, 16), names(16, 24)])
    letGo()
    await setTimeout(1)
    expect(batches.at(-1)).toEqual(names(24, 30))
    letGo()
    expect((await Promise.all(all)).flat()).toHaveLength(30)
  })

  it('take more connections when those are held up, though no more than eight', async () => {
    const { ask, batches, letGo } = watched()
    const all = names(0, 80).map((text) => ask(text, []))
    await setTimeout(1)
    expect(batches).toHaveLength(3)
    await setTimeout(60)
    expect(batches).toHaveLength(8)
    letGo()
    await setTimeout(1)
    expect(batches).toHaveLength(10)
    letGo()
    expect(new Set((await Promise.all(all)).flat().map(({ text }) => text)).size).toBe(80)
  })

  it('ask each alone when something failed, so that each has its own answer', async () => {
    const asked: string[] = []
    const ask = readersBy(
      () => Promise.reject(new Error('all of them')),
      async (text) => {
        asked.push(text)
        if (text === 'bad') throw new Error('bad alone')
        return rowFor(text)
      },
    )
    const answers = await Promise.allSettled(['good', 'bad', 'better'].map((text) => ask(text, [])))
    expect(answers.map((one) => (one.status === 'fulfilled' ? one.value : String(one.reason)))).toEqual([
      rowFor('good'),
      'Error: bad alone',
      rowFor('better'),
    ])
    expect(asked).toEqual(['good', 'bad', 'better'])
  })
})

describe.skipIf(pgUrl === '')('questions asked together', () => {
  async function connected() {
    const pool = new pg.Pool({ connectionString: await createDatabase(pgUrl), max: 1 })
    const client = await pool.connect()
    onTestFinished(async () => {
      client.release()
      await pool.end()
    })
    const prepared = async () => (await client.query<{ statement: string }>('select statement from pg_prepared_statements')).rows
    return { client, prepared }
  }
  const sum = (a: number, b: number): Question => ({ text: 'select $1::bigint + $2::bigint as sum', values: [a, b] })
  const bad: Question = { text: 'select 1 / $1::bigint as bad', values: [0] }
  const thrice = async (ask: () => Promise<unknown>) => {
    for (let i = 0; i < 3; i++) await ask()
  }
  /** Everything gets a name at once. */
  const named: Names = { ...statementNames(), nameOf: (_connection, text) => `n${text.length}`, isFull: () => false }

  it('are answered in their order, each with its own columns, types and absences', async () => {
    const { client } = await connected()
    const questions = [
      sum(1, 2),
      { text: "select * from (values ('a', null::text), ('b', $1)) t (x, y)", values: ['é"\\'] },
      { text: 'select 1 as none where false', values: [] },
      { text: "select $1::bytea as bytes, ''::text as empty", values: [new Uint8Array([0, 255])] },
      sum(2 ** 40, 1),
    ]
    const answers = [
      [{ sum: 3 }],
      [
        { x: 'a', y: null },
        { x: 'b', y: 'é"\\' },
      ],
      [],
      [{ bytes: Buffer.from([0, 255]), empty: '' }],
      [{ sum: 2 ** 40 + 1 }],
    ]
    for (const names of [statementNames(), named]) {
      await thrice(async () => expect(await askTogether(client, questions, names)).toEqual(answers))
    }
  })

  it('are prepared once, also when the same comes twice at once', async () => {
    const { client, prepared } = await connected()
    await thrice(() => askTogether(client, [sum(1, 2), sum(3, 4)], named))
    expect((await prepared()).map(({ statement }) => statement)).toEqual([sum(0, 0).text])
  })

  it('fail together, and leave the connection and its statements as good as they were', async () => {
    const { client, prepared } = await connected()
    for (const questions of [
      [sum(1, 2), bad],
      [bad, sum(1, 2)],
    ]) {
      await expect(askTogether(client, questions, named)).rejects.toMatchObject({ code: '22012' })
      expect(await askTogether(client, [sum(1, 2), sum(3, 4)], named)).toEqual([[{ sum: 3 }], [{ sum: 7 }]])
    }
    expect(new Set((await prepared()).map(({ statement }) => statement))).toEqual(new Set([sum(0, 0).text, bad.text]))
  })

  it('are one transaction', async () => {
    const { client } = await connected()
    const questions = [1, 2].map(() => ({ text: 'select now()::text as at, pg_sleep(0.002)::text as slept', values: [] }))
    const [one, other] = await askTogether(client, questions, named)
    expect(one?.[0]?.['at']).toBe(other?.[0]?.['at'])
  })
})
