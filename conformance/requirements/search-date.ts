// Search by dates: every prefix, on days, instants and periods, in every zone.

import { holds, same } from '../expect.ts'
import { area } from '../requirement.ts'
import { found } from '../scenes/fhir.ts'
import { observed } from '../scenes/pages.ts'
import { foundBy, observedAs } from '../scenes/search.ts'
import { fhir } from '../sources.ts'

const needs = { ...observed, capability: [...observed.capability, 'Observation?date'] } as const

/** A: a day · B: a period around it · C: a period without an end · D: an instant. */
const four = [
  { effectiveDateTime: '2026-03-10' },
  { effectivePeriod: { start: '2026-03-05', end: '2026-03-15' } },
  { effectivePeriod: { start: '2026-03-20' } },
  { effectiveDateTime: '2026-03-12T12:00:00Z' },
] as const

/** Which of them each value finds: the range of the value against that of the resource. */
const matrix: Readonly<Record<string, string>> = {
  '2026-03-10': 'A',
  'eq2026-03-10': 'A',
  'ne2026-03-10': 'BCD',
  'gt2026-03-10': 'BCD',
  'lt2026-03-10': 'B',
  'ge2026-03-10': 'ABCD',
  'le2026-03-10': 'AB',
  'sa2026-03-10': 'CD',
  'eb2026-03-10': '',
  'eq2026-03-16': '',
  'ne2026-03-16': 'ABCD',
  'gt2026-03-16': 'C',
  'lt2026-03-16': 'ABD',
  'ge2026-03-16': 'C',
  'le2026-03-16': 'ABD',
  'sa2026-03-16': 'C',
  'eb2026-03-16': 'ABD',
  '2026-03': 'ABD',
  'ne2026-03': 'C',
  'gt2026-03': 'C',
  'lt2026-03': '',
  'ge2026-03': 'ABCD',
  'le2026-03': 'ABD',
  'sa2026-03': '',
  'eb2026-04': 'ABD',
  '2026-03-12T12:00:00Z': 'D',
  'gt2026-03-12T12:00:00Z': 'BC',
  'lt2026-03-12T12:00:00Z': 'AB',
  'sa2026-03-12T12:00:00Z': 'C',
  'eb2026-03-12T12:00:00Z': 'A',
  'ap1999-01-01': '',
}

export const searchDates = area('search', [
  {
    id: 'HF-SEA-024',
    level: 'MUST',
    title: 'compares days, instants and periods by the ranges that they are, with every prefix',
    statement: fhir('search#prefix', 'eq ne gt lt ge le sa eb ap … the range of the search value … of the target value'),
    assertions: ['SPT-07'],
    needs,
    kills: ['search-date-sa', 'search-date-eb', 'search-period-open'],
    async run(t) {
      const { patient, all } = await observedAs(t, ...four)
      const letters = Object.fromEntries(all.map((reference, i) => ['ABCD'[i] ?? '', reference]))
      const by = (value: string) =>
        foundBy(t.as('acute'), `Observation?subject=${patient}&date=${encodeURIComponent(value)}`, letters, `date=${value}`)
      for (const [value, expected] of Object.entries(matrix)) same(await by(value), expected, `date=${value}`)
      const about = await by('ap2026-03-10')
      holds(about.includes('A'), 'date=ap2026-03-10', 'the day itself among them', about)
    },
  },
  {
    id: 'HF-SEA-023',
    level: 'MUST',
    title: 'takes one instant for the same in every zone',
    statement: fhir('search#date', 'Where both search parameters and resource element date times do not have a timezone …'),
    assertions: ['SPT-08'],
    needs,
    kills: ['search-date-zone'],
    async run(t) {
      const { patient, all } = await observedAs(t, { effectiveDateTime: '2026-03-01T10:30:00+01:00' })
      const by = (value: string) => found(t.as('acute'), `Observation?subject=${patient}&date=${encodeURIComponent(value)}`)
      for (const value of [
        '2026-03-01T09:30:00Z',
        '2026-03-01T09:30:00+00:00',
        '2026-03-01T10:30:00+01:00',
        '2026-03-01T04:30:00-05:00',
      ])
        same(await by(value), all, `date=${value}`)
      for (const value of ['2026-03-01T10:30:00Z', '2026-03-01T09:30:00+01:00']) same(await by(value), [], `date=${value}`)
    },
  },
  {
    id: 'HF-SEA-025',
    level: 'MUST',
    title: 'takes two dates for the range between them',
    statement: fhir(
      'search#date',
      'To search for all the procedures … over a 2-year period: date=ge2010-01-01&date=le2011-12-31',
    ),
    assertions: ['SPT-09'],
    needs,
    kills: ['search-and-first'],
    async run(t) {
      const days = ['2026-01-31', '2026-02-01', '2026-02-28', '2026-03-01']
      const { patient, all } = await observedAs(t, ...days.map((effectiveDateTime) => ({ effectiveDateTime })))
      const between = await found(t.as('acute'), `Observation?subject=${patient}&date=ge2026-02-01&date=le2026-02-28`)
      same(between.toSorted(), all.slice(1, 3).toSorted(), 'of February')
    },
  },
])
