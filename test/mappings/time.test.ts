// Times: precision kept, British Summer Time on both sides, dates that do not exist refused.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textCell } from '../../mappings/engine/cell.ts'
import type { Context, Datatype } from '../../mappings/engine/row.ts'
import { birthTime, date, dateTime, instant, instantOf, isoDate, startOf, ukDate } from '../../mappings/engine/time.ts'

const context: Context = {
  client: 'c',
  timeZone: 'Europe/London',
  assigner: '',
  identifierSystems: {},
  aliases: {},
  meanings: {},
}
const parse = (type: Datatype, text: string, timeZone = 'Europe/London') => type.parse(textCell(text), { ...context, timeZone })
const format = (type: Datatype, value: unknown) => type.format?.(value, context)?.[0]?.[0]

describe('an HL7 time', () => {
  it.each([
    ['2026', '2026'],
    ['202601', '2026-01'],
    ['20260105', '2026-01-05'],
    ['202601051015', '2026-01-05T10:15:00+00:00'],
    ['20260705101530', '2026-07-05T10:15:30+01:00'],
    ['20260705101530.1234', '2026-07-05T10:15:30.1234+01:00'],
    ['20260705101530+0000', '2026-07-05T10:15:30+00:00'],
    ['20260705101530-0530', '2026-07-05T10:15:30-05:30'],
    ['20240229', '2024-02-29'],
    ['20260329005959', '2026-03-29T00:59:59+00:00'],
    ['20260329020000', '2026-03-29T02:00:00+01:00'],
    ['20261025005959', '2026-10-25T00:59:59+01:00'],
    ['20261025020000', '2026-10-25T02:00:00+00:00'],
    ['19700701120000', '1970-07-01T12:00:00+01:00'],
  ])('%s is %s', (text, value) => {
    expect(parse(dateTime, text)).toEqual({ value })
  })

  it.each([
    '19401301',
    '20260230',
    '2026011',
    '202601052460',
    '2026010525',
    '20260105101560',
    '0000',
    'yesterday',
    '20250229',
    '20260105T10',
    '20260105101530+9900',
  ])('%s does not exist and is not taken', (text) => {
    const { value, fault } = parse(dateTime, text)
    expect(value).toBeUndefined()
    expect(fault?.id).toBe('date-invalid')
  })

  it('that the clock showed twice is the first of the two, and is told', () => {
    expect(parse(dateTime, '20261025013000')).toMatchObject({
      value: '2026-10-25T01:30:00+01:00',
      fault: { id: 'time-ambiguous', severity: 'information' },
    })
  })

  it('that the clock skipped is read as if it had not, and is told', () => {
    const { value, fault } = parse(dateTime, '20260329013000')
    expect(fault?.id).toBe('time-skipped')
    expect(instantOf(value)).toBe('2026-03-29T01:30:00.000Z')
  })

  it('is in the zone of the source, whichever that is', () => {
    expect(parse(dateTime, '20260105101500', 'Pacific/Auckland').value).toBe('2026-01-05T10:15:00+13:00')
  })

  it('of an hour without minutes keeps its date, and is told', () => {
    expect(parse(dateTime, '2026010510')).toMatchObject({ value: '2026-01-05', fault: { id: 'time-imprecise' } })
  })

  it('comes back as it was sent', () => {
    for (const text of ['2026', '202601', '20260105', '20260705101530', '20261025013000+0000', '20261025013000+0100']) {
      expect(format(dateTime, parse(dateTime, text).value)).toBe(text)
    }
    expect(format(dateTime, 'soon')).toBeUndefined()
    expect(format(dateTime, '2026-07-05T10:15:30')).toBeUndefined()
  })

  it('names the same instant after the way out and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000_000, max: 4_000_000_000 }), (seconds) => {
        const sent = new Date(seconds * 1000).toISOString()
        const back = parse(dateTime, format(dateTime, sent) ?? '')
        expect(instantOf(back.value)).toBe(sent)
      }),
      { numRuns: 300 },
    )
  })
})

describe('other dates', () => {
  it('a date drops the time; a birth time is gone when only a date is sent; an instant needs a time', () => {
    expect(parse(date, '194002291130')).toEqual({ value: '1940-02-29' })
    expect(parse(birthTime, '20000229')).toEqual({ isGone: true })
    expect(parse(birthTime, '202002291130')).toEqual({ value: '2020-02-29T11:30:00+00:00' })
    expect(parse(instant, '20260105').fault?.id).toBe('time-imprecise')
  })

  it('a spreadsheet date is day first, and never month first', () => {
    expect(parse(ukDate, '3/2/2026')).toEqual({ value: '2026-02-03' })
    expect(parse(ukDate, '29/02/1940 00:00')).toEqual({ value: '1940-02-29' })
    expect(parse(ukDate, '2026-02-03T10:00:00')).toEqual({ value: '2026-02-03' })
    expect(parse(ukDate, '12/31/2026').fault?.id).toBe('date-invalid')
    expect(parse(isoDate, '03/02/2026').fault?.id).toBe('date-invalid')
  })

  it('an instant belongs to the day that the clock here showed', () => {
    expect(format(isoDate, '2026-06-30T23:30:00Z')).toBe('2026-07-01')
    expect(format(isoDate, '2026-12-30T23:30:00Z')).toBe('2026-12-30')
    expect(startOf('2026-07-01', 'Europe/London')).toBe('2026-06-30T23:00:00.000Z')
  })
})
